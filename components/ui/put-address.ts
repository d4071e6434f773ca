/**
 * Writes the address of the page without asking the server. A step is told to the framework, by whose function it becomes an
 * entry of its own. What replaces an entry is told to the browser alone: the framework would give up a page that it is on
 * the way to, whoever asked for that.
 */
export function putAddress(url: string, step: boolean): void {
  if (step) {
    window.history.pushState(null, '', url)
  } else {
    History.prototype.replaceState.call(window.history, window.history.state, '', url)
  }
}
