import { expect, test } from 'vitest'
import { describeDefects, fault } from '../fixtures/defects'
import { APPLE_DECLARATION as DECLARATION, APPLE_DOCTYPE as DOCTYPE } from './prolog'

const PLIST = '<plist version="1.0">'

describeDefects('the start of a file', [
  { name: 'an empty file', text: ' \n', code: 'empty-file', at: [1, 1], repaired: null },
  {
    name: 'white space before the declaration',
    text: `\n ${DECLARATION}\n<plist><true/></plist>`,
    code: 'space-before-declaration',
    at: [1, 1],
    repaired: `${DECLARATION}\n<plist><true/></plist>`,
  },
  {
    name: 'other text before the declaration',
    text: `Content-Type: text/xml\n\n${DECLARATION}<plist><true/></plist>`,
    code: 'text-before-start',
    at: [1, 1],
    repaired: `${DECLARATION}<plist><true/></plist>`,
  },
  { name: 'plain text', text: 'hello', code: 'not-a-plist', at: [1, 1], repaired: null },
  {
    name: 'a web page',
    text: '<!DOCTYPE html>\n<html></html>',
    code: 'web-page',
    at: [1, 1],
    repaired: null,
  },
  {
    name: 'HTML codes for the markup',
    text: '&lt;plist version=&quot;1.0&quot;&gt;&lt;string&gt;a &amp;amp; b&lt;/string&gt;&lt;/plist&gt;',
    code: 'html-escaped',
    at: [1, 1],
    repaired: '<plist version="1.0"><string>a &amp; b</string></plist>',
  },
  {
    name: 'a declaration without a version',
    text: '<?xml?><plist><true/></plist>',
    code: 'broken-declaration',
    at: [1, 1],
    repaired: `${DECLARATION}<plist><true/></plist>`,
  },
  {
    name: 'typographic quotes in the declaration',
    text: '<?xml version=“1.0” encoding=“UTF-8”?><plist><true/></plist>',
    code: 'typographic-quotes',
    at: [1, 1],
    repaired: `${DECLARATION}<plist><true/></plist>`,
  },
  {
    name: 'typographic quotes in a tag',
    text: '<plist version=“1.0”><true/></plist>',
    code: 'typographic-quotes',
    at: [1, 1],
    repaired: `${PLIST}<true/></plist>`,
  },
  {
    name: 'a second declaration',
    text: `${DECLARATION}\n<plist>\n${DECLARATION}\n<true/></plist>`,
    code: 'broken-declaration',
    at: [3, 1],
    repaired: `${DECLARATION}\n<plist>\n<true/></plist>`,
  },
  {
    name: 'a broken document type',
    text: '<!DOCTYPE>\n<plist><true/></plist>',
    code: 'broken-doctype',
    at: [1, 1],
    repaired: `${DOCTYPE}\n<plist><true/></plist>`,
  },
  {
    name: 'a document type inside the plist',
    text: `<plist>\n${DOCTYPE}\n<true/></plist>`,
    code: 'broken-doctype',
    at: [2, 1],
    repaired: '<plist>\n<true/></plist>',
  },
  {
    name: 'entities declared in the document type',
    text: '<!DOCTYPE plist [<!ENTITY a "b">]>\n<plist><true/></plist>',
    code: 'internal-subset',
    at: [1, 1],
    repaired: `${DOCTYPE}\n<plist><true/></plist>`,
  },
  {
    name: 'a control character in a key',
    text: `${PLIST}<dict>\n<key>a\u0008b</key><true/></dict></plist>`,
    code: 'control-character',
    at: [2, 7],
    repaired: `${PLIST}<dict>\n<key>ab</key><true/></dict></plist>`,
  },
  {
    name: 'half a surrogate pair',
    text: '<plist><string>\ud83d</string></plist>',
    code: 'lone-surrogate',
    at: [1, 16],
    repaired: '<plist><string></string></plist>',
  },
  {
    name: 'NUL bytes at the end',
    text: '<plist><true/></plist>\n\0\0\0',
    code: 'nul-after-end',
    at: [2, 1],
    repaired: '<plist><true/></plist>\n',
  },
])

test('an excerpt shows control characters as pictures', () => {
  expect(fault('<plist><true/></plist>\0\0').excerpt).toBe('␀␀')
})
