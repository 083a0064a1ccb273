/** Whether a text can hold elements that name a language by their class or their type; apart from what reads them, which only such a text needs. */

export const hasElements = (text: string): boolean =>
  text.includes('<') && (/\bclass\s*=/i.test(text) || /<script\s/i.test(text))
