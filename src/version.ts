/** The version of the package, as `--version` says it. */
export const version = '0.1.0'
