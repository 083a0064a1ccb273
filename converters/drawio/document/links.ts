/** Which addresses may stand in a link. */
import { runsScript } from '../../../src/text/script-urls.js'

/** False for addresses that run code when they are followed. draw.io's own `data:page/…` and harmless actions stay. */
export const isSafeUrl = (url: string): boolean => !runsScript(url)
