'use client'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import type { Issue } from '@/lib/api/issue'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { IssueStore } from './issue-store'
import type { ProfileStore } from './profile-store'
import { UnwrittenTexts } from './unwritten-texts'

export type OpenProfile = {
  readonly profile: ProfileStore
  readonly issues: IssueStore
  readonly texts: UnwrittenTexts
  /**
   * Shows the field of a key, whichever tab it is on, and puts the focus into it; a place that has no field is marked in
   * the XML. `domain` null: the path starts at the root of the profile.
   */
  readonly reveal: (domain: string | null, path: PlistPath) => void
}

const OpenProfileContext = createContext<OpenProfile | null>(null)

/** Gives the open profile to everything below. */
export function OpenProfileProvider(props: {
  profile: ProfileStore
  reveal: OpenProfile['reveal']
  children: ReactNode
}) {
  const { profile, reveal } = props
  const issues = useMemo(() => new IssueStore(profile), [profile])
  const texts = useMemo(() => new UnwrittenTexts(profile), [profile])
  useEffect(() => issues.start(), [issues])
  useEffect(() => texts.start(), [texts])
  const value = useMemo(() => ({ profile, issues, texts, reveal }), [profile, issues, texts, reveal])
  return <OpenProfileContext value={value}>{props.children}</OpenProfileContext>
}

/** The open profile. Throws when used outside OpenProfileProvider: a mistake in the code. */
export function useOpenProfile(): OpenProfile {
  const value = useContext(OpenProfileContext)
  if (!value) {
    throw new Error('useOpenProfile needs an OpenProfileProvider above it.')
  }
  return value
}

/**
 * Reads something from the profile and renders again only when it changes (compared with ===), after a key press when that
 * is on the screen. `changes` is false for what stays as it is.
 */
export function useProfile<T>(read: (profile: ProfileStore) => T, changes = true): T {
  const { profile } = useOpenProfile()
  const get = () => read(profile)
  return useSyncExternalStore(changes ? profile.listeners.addCalm : subscribeToNothing, get, get)
}

const subscribeToNothing = () => () => {}

/** The value of one key; undefined while it is not configured. */
export function useSetting(domain: string, path: PlistPath): PlistValue | undefined {
  return useSettingAs(domain, path, (value) => value)
}

/** Something about the value of one key; renders again at once, and only when that changes (compared with ===). */
export function useSettingAs<T>(
  domain: string,
  path: PlistPath,
  read: (value: PlistValue | undefined) => T,
): T {
  const { profile } = useOpenProfile()
  const subscribe = useCallback(
    (listener: () => void) => profile.listeners.addTo({ domain, path }, listener),
    [profile, domain, path],
  )
  const get = () => read(profile.valueOf(domain, path))
  return useSyncExternalStore(subscribe, get, get)
}

/** All issues of the profile, or null until the first check is done. */
export function useIssues(): readonly Issue[] | null {
  const { issues } = useOpenProfile()
  const get = () => issues.all
  return useSyncExternalStore(issues.subscribe, get, get)
}

/** Whether the issues are those of an earlier text, because a large profile is being checked. */
export function useChecking(): boolean {
  const { issues } = useOpenProfile()
  const get = () => issues.checking
  return useSyncExternalStore(issues.subscribe, get, get)
}

/** The issues of one key. */
export function useIssuesAt(domain: string, path: PlistPath): readonly Issue[] {
  const { issues } = useOpenProfile()
  const get = () => issues.at(domain, path)
  return useSyncExternalStore(issues.subscribe, get, get)
}
