/** How settings are written on the command line; part of the help of "set" and "new". */
export const valuesHelp: readonly string[] = [
  'PATH is a key, or keys joined with "/" inside dictionaries (IdPSettings/ROPGID). A number counts the elements of a list from 0 (Actions/0/Name). In a key, "~1" stands for "/", "~2" for "=" and "~0" for "~".',
  'DOMAIN, such as com.jamf.connect.login, is needed where several domains know the key.',
  'VALUE gets the type that the manifest gives the key: true and false for switches, digits for numbers, JSON for dictionaries. Repeat a list key for each element, or give a JSON list: \'Key=["a","b"]\'. An empty VALUE removes the key. A key that no manifest knows needs --type, one of string, boolean, integer, real, date, data, array, dict.',
  'VALUE may be @FILE for the content of a file, or @- for standard input: a secret is then neither in the list of processes nor in the history of the shell. Files become Base64 where the key takes a file. "@@" stands for an "@".',
]
