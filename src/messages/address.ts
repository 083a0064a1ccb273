/** Where the manual stands on the web: the one place that says so. The site is published there by `.github/workflows/site.yml`. */

/** The site, as `homepage` in `package.json` has it. */
export const SITE = 'https://diaglot.github.io/'

/** The paragraph about a code in the manual. @param code as `docs/messages.md` has it */
export const addressOfCode = (code: string): string => `${SITE}docs/messages.html#${code.replace('/', '-')}`
