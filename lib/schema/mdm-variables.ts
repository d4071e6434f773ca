import { bracedNames, plainName } from './braced-variables'
import { nearestAmong, prepare } from './nearest'
import { markedVariables } from './templates'

/** Variables of one MDM: how it writes them. The page that lists them stands in front of each. */
type Variables = {
  readonly mdm: string
  /** In small letters; what parts the words of a name is left out. */
  readonly names: readonly string[]
  /** Names that the administrator makes, by what they begin with. */
  readonly begins?: RegExp
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * Names of variables that MDMs fill in when they send a profile. A name counts in whatever marks it stands, since several
 * MDMs share names and differ in their marks. Several also let an administrator make names, which nobody can list.
 */
const variables: readonly Variables[] = [
  // https://learn.jamf.com/r/en-US/jamf-pro-documentation-current/Computer_Configuration_Profiles
  {
    mdm: 'Jamf Pro',
    names: words(
      'computername devicename sitename siteid udid serialnumber username fullname realname email phone room position departmentname departmentid buildingname buildingid macaddress jssid profilejssid profileidentifier managementid assettag mobiledevicename',
    ),
    begins: /^extensionattribute\d+$/,
  },
  // https://docs.jamf.com/nl/jamf-school/documentation/Payload_Variables.html
  {
    mdm: 'Jamf School',
    names: words(
      'companyid companynetworkid companyname fullname firstname lastname email shortname username password userid usergroups managedappleid managedtype managedgrade vpp udid serialnumber assettag devicename productname osversion',
    ),
  },
  // https://learn.microsoft.com/intune/intune-service/apps/app-configuration-policies-use-ios
  {
    mdm: 'Intune',
    names: words(
      'username userprincipalname userid mail email emailaddress partialupn domain accountid aadtenantid deviceid aaddeviceid devicename serialnumber serialnumberlast4digits imei meid fullyqualifieddomainname onpremisessamaccountname onpremdistinguishedname enterprisewificert',
    ),
    // custom-settings-macos of the same documents sends its readers to this list.
  },
  // https://support.kandji.io/kb/global-variables
  {
    mdm: 'Iru (Kandji)',
    names: words(
      'serialnumber fullname username email deviceid devicename assettag blueprintid blueprintname profileuuid department jobtitle udid',
    ),
  },
  // https://profilemanager.skydocu.com/en/getting-started-using-profiles/payload-variables/
  {
    mdm: 'Apple, on the Mac itself',
    names: words(
      'adcomputerid addomain adforest adguid addnsname adkerberosid computername hardwareuuid hostname localhostname macaddress serialnumber shortname fullname firstname lastname email jobtitle mobilephone guid osversion productname buildversion iccid imei',
    ),
  },
  { mdm: 'Workspace ONE', names: bracedNames },
  // https://www.ibm.com/docs/en/SS8H2S/com.ibm.mc.doc/pag_source/concepts/default_attributes.htm
  {
    mdm: 'MaaS360',
    names: words('upn user deviceid imei username email domain csn'),
  },
  // https://help.ivanti.com/mi/help/en_us/cld/admin/ivanti/104/all/en-us/Attributes.htm
  {
    mdm: 'Ivanti Neurons for MDM',
    names: words(
      'useremailaddress useremailaddresslocalpart useremailaddressdomain userupn userfirstname userlastname userdisplayname useruid devicesn deviceudid devicewifimacaddress managedappleid',
    ),
  },
  // https://github.com/fleetdm/fleet/issues/41968
  {
    mdm: 'Fleet',
    names: [],
    begins: /^fleet(var|secret)[a-z0-9]/,
  },
  // https://github.com/zentralopensource/zentral/blob/main/docs/apps/mdm.md
  {
    mdm: 'Zentral',
    names: [],
    begins: /^(enrolleddevice|enrolleduser|manageduser)/,
  },
  // https://doc.sophos.com/central/Mobile/help_ixm/en-us/AdminHelp/Policies/Placeholders/
  {
    mdm: 'Sophos Mobile',
    names: [],
    begins: /^(emailaddress|username|devprop[a-z0-9]+|custprop[a-z0-9]+)$/,
  },
  {
    mdm: 'Addigy',
    names: [],
    begins: /^(user|device)[a-z0-9]/,
    // https://support.addigy.com/hc/en-us/articles/49233526494739-Using-End-User-Attributes-as-Variables-in-MDM-Profiles
  },
  // https://docs.jamf.com/jamf-connect/2.4.3/documentation/File_Shares.html
  {
    // Jamf Connect puts these in itself, in shares, keychain items and actions.
    mdm: 'Jamf Connect',
    names: words('domain fullname serial shortname upn email any none noacl result'),
  },
]

const known = new Set(variables.flatMap(({ names }) => names))
const patterns = variables.flatMap(({ begins }) => begins ?? [])

/** Whether the document of an MDM lists a variable of this name; the marks around it and between its words do not matter. */
export function isMdmVariable(name: string): boolean {
  const plain = plainName(name)
  return known.has(plain) || patterns.some((each) => each.test(plain))
}

/** The variables in a text that no document of an MDM lists, with their marks. */
export function unknownVariables(text: string): string[] {
  return markedVariables(text).filter((each) => !isMdmVariable(each))
}

const near = prepare([...known], (name) => name)

/** The variable of an MDM, in small letters, that a misspelt one means; undefined when it is one, or like none. */
export function meantVariable(variable: string): string | undefined {
  const name = plainName(variable)
  return isMdmVariable(name) ? undefined : nearestAmong(near, name)
}
