/** Elements, made in one call. */

type Child = Node | string | undefined | false

type Props<T> = { readonly [K in keyof T]?: T[K] } & {
  readonly attrs?: Readonly<Record<string, string | undefined>>
  readonly on?: Readonly<Record<string, (event: Event) => void>>
}

/** @param props properties of the element; beside them attributes and listeners */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { attrs = {}, on = {}, ...props }: Props<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  Object.assign(element, props)
  for (const [name, value] of Object.entries(attrs))
    if (value !== undefined) element.setAttribute(name, value)
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener)
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

/**
 * A button that says what it does.
 * @param about said on hovering, where the words on it are short
 * @param name how it is called where a sign stands on it in place of words
 */
export function button(
  words: string,
  act: (event: Event) => void,
  {
    about,
    name,
    className = '',
  }: { readonly about?: string; readonly name?: string; readonly className?: string } = {},
): HTMLButtonElement {
  return h('button', {
    type: 'button',
    textContent: words,
    className,
    ...(about !== undefined && { title: about }),
    attrs: { 'aria-label': name },
    on: { click: act },
  })
}

/** Calls the last of many calls, when there was none for a while. */
export function later(act: () => void): (delay: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return delay => {
    clearTimeout(timer)
    timer = setTimeout(act, delay)
  }
}
