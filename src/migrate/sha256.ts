/** SHA-256 at once, where the surroundings have it only later, or not at all. */
import { sha256 as digestOf } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The digest of a text in UTF-8, in hexadecimal. */
export const sha256 = (text: string): string => bytesToHex(digestOf(new TextEncoder().encode(text)))
