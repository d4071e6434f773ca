'use client'
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

type Load = () => Promise<unknown>

/** What has not been loaded yet. Loading a part may add the parts inside it. */
const later = new Set<Load>()

/**
 * A function that loads a module when it is first called; a load that failed is tried again by the next call. The module
 * is among those that `loadAll` loads ahead.
 */
export function loadLater<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  const once = () => {
    loading ??= load().then(
      (loaded) => {
        later.delete(once)
        return loaded
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  later.add(once)
  return once
}

/**
 * Loads what `loadLater` and `lazily` know of, one after the other, each when `rest` resolves. Ends when `signal` is
 * aborted or a load fails; another call goes on from there.
 */
export async function loadAll(rest: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let [next] = later; next; [next] = later) {
    await rest()
    if (signal.aborted) {
      return
    }
    await next()
  }
}

type Options<P> = {
  /** Stands there until the component has come. */
  readonly loading?: (props: P) => ReactNode
  /** A part so small that it says nothing when it cannot be loaded. */
  readonly quiet?: boolean
  /** Stands there while the component cannot be loaded; a sentence when this is not given. */
  readonly failed?: (props: P) => ReactNode
}

/** A part that could not be loaded is asked for again after this time, for as long as it is on the page. */
const AGAIN_MS = 5_000

/**
 * A component that is loaded when it is first shown, in the browser only. While the server is away it may not come: then
 * a sentence stands in its place, and nothing around it is lost.
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { loading = () => null, quiet = false, failed: inPlace = quiet ? loading : NotLoaded }: Options<P> = {},
): ComponentType<P> {
  const useShown = lateHook(load)
  return function Lazy(props: P) {
    const { loaded: Shown, failed } = useShown()
    if (Shown) {
      return <Shown {...props} />
    }
    return failed ? inPlace(props) : loading(props)
  }
}

/**
 * A hook that gives what is loaded when it is first `wanted`: null until it has come. While the server is away it may not
 * come: then it has `failed`, and is asked for again.
 */
export function lateHook<T>(
  load: () => Promise<T>,
): (wanted?: boolean) => { readonly loaded: T | null; readonly failed: boolean } {
  let loaded: T | null = null
  const get = loadLater(async () => {
    loaded = await load()
    return loaded
  })
  return function useLate(wanted = true) {
    const [shown, setShown] = useState(() => loaded)
    const [failures, setFailures] = useState(0)
    useEffect(() => {
      if (!wanted || shown) {
        return
      }
      let gone = false
      const ask = () =>
        get().then(
          (got) => gone || setShown(() => got),
          () => gone || setFailures(failures + 1),
        )
      const timer = failures === 0 ? void ask() : setTimeout(ask, AGAIN_MS)
      return () => {
        gone = true
        clearTimeout(timer)
      }
    }, [wanted, shown, failures])
    return { loaded: shown, failed: failures > 0 && shown === null }
  }
}

/** Stands in the place of what could not be loaded. */
export function NotLoaded() {
  return (
    <p role="alert" className="p-4 text-error">
      This part of the page could not be loaded. It comes as soon as Latchkey answers again.
    </p>
  )
}
