import type { DiagnosisRow } from '../row'

/** Answers of WSO2 Identity Server, which puts the code of an event handler before its name. */
export const wso2: readonly DiagnosisRow[] = [
  {
    id: 'wso2-locked',
    provider: 'WSO2',
    match: { text: '\\b17003\\b' },
    verdict: 'unknown',
    clause: 'the account is locked',
    example: {
      error: 'invalid_grant',
      description: '17003:MaxAttemptsExceeded Error when handling event : POST_AUTHENTICATION',
    },
    cause:
      'The account is locked: 17003 is the code for that, whatever stands behind it. An administrator locked it, or there were too many attempts.',
    fix: 'Do not repeat the test. Unlock the user, or wait.',
    console: 'WSO2 Identity Server > User Management > Users > the user',
    source: 'https://github.com/wso2/product-is/issues/22585',
    certainty: 'documented',
  },
]
