/** Like encodeURIComponent, which throws on half a surrogate pair; here it becomes U+FFFD. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}
