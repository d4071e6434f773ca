/** First line of CMS as text; PKCS7 is its old name. */
const ARMOR = /^\s*-----BEGIN (?:CMS|PKCS7|PKCS #7 SIGNED DATA)-----/
const HEAD_LENGTH = 80

/** Whether bytes are CMS as text, behind a line that announces its Base64 (RFC 7468, section 9). */
function isArmored(bytes: Uint8Array): boolean {
  return ARMOR.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH)))
}

/** Whether bytes begin like CMS: the SEQUENCE of DER and BER, or text that announces it. */
export function looksLikeCms(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 || isArmored(bytes)
}
