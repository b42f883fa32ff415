import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** By which a text can be told from others without being kept: SHA-256, hexadecimal. At once: a page may close over a press. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
