/**
 * Names of the variables of Workspace ONE, the one MDM that writes {Name}, which is otherwise how documents mark a blank;
 * in small letters.
 */
// https://gist.github.com/synic/fc7a219f229ef1df7748b8564a2fbcf1
export const bracedNames: readonly string[] =
  'enrollmentuser enrollmentuserid emailaddress emaildomain emailusername emailpassword firstname lastname userprincipalname deviceuid deviceserialnumber devicefriendlyname deviceassetnumber devicewlanmac dynamicscepchallenge groupidentifier organizationgroupname managementid devicereportedname usercustomattribute1 department'.split(
    ' ',
  )

/** Whether the name is that of a variable of an MDM that writes its variables in single braces. */
export function isVariableInBraces(name: string): boolean {
  return bracedNames.includes(plainName(name))
}

/** A name as the lists of variables have it: the marks around it and between its words do not matter. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
