import type { DiagnosisInput } from './diagnosis'

export type Said = Pick<DiagnosisInput, 'error' | 'description' | 'text'>
