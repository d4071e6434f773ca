/** CFBinaryPList.c of CoreFoundation: "bplist00", objects, offset table, 32-byte trailer. */
export const MAGIC = 'bplist00'
export const HEADER_SIZE = 8
export const TRAILER_SIZE = 32

/** The upper four bits of an object's first byte. */
export const MARKER = {
  simple: 0x0,
  integer: 0x1,
  real: 0x2,
  date: 0x3,
  data: 0x4,
  ascii: 0x5,
  utf16: 0x6,
  utf8: 0x7,
  uid: 0x8,
  array: 0xa,
  orderedSet: 0xb,
  set: 0xc,
  dict: 0xd,
} as const

/** Whole first bytes. */
export const BYTE = { null: 0x00, false: 0x08, true: 0x09, date: 0x33 } as const
