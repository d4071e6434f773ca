// The framework writes its own type references at build time; a fresh checkout needs these before that.
/// <reference types="next" />
declare module '*.css'
declare module '@fontsource-variable/*'
