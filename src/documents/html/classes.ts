/** Whether a text can hold elements that name a language by their class; apart from what reads them, which only such a text needs. */

export const hasClasses = (text: string): boolean => text.includes('<') && /\bclass\s*=/i.test(text)
