/** A node that somebody drew in draw.io and that was brought back into the text: the next time it is known, on either way. */
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { bringBack } from '../../src/put/bring-back.js'
import { readWith } from '../../src/read.js'

const text = 'flowchart LR\n  a[Cart] --> b[Pay]\n'
const drawn = `        <mxCell id="Xy7zPq_abcdefghijklm-5" value="Mail" style="rounded=0;html=1;fillColor=#ffcc00;" vertex="1" parent="1">
          <mxGeometry x="400" y="52" width="100" height="40" as="geometry"/>
        </mxCell>
        <mxCell id="Xy7zPq_abcdefghijklm-6" style="html=1;" edge="1" source="b" target="Xy7zPq_abcdefghijklm-5" parent="1">
          <mxGeometry relative="1" as="geometry"/>
        </mxCell>
`
const page = async () =>
  (await convertWith(mermaid, drawio, text, {})).text.replace('      </root>', `${drawn}      </root>`)
const back = (into: string, file: string) =>
  bringBack(mermaid, into, drawio, readWith(drawio, file, {}, [], { carry: false }).graphs)

const broughtBack = (label: string) => `flowchart LR
  a[Cart] --> b[Pay]
  Xy7zPq_abcdefghijklm-5[${label}]
  style Xy7zPq_abcdefghijklm-5 fill:#ffcc00
  b --> Xy7zPq_abcdefghijklm-5
`

test('edited on the page once more, it is changed in the text', async () => {
  const file = await page()
  const once = back(text, file)
  expect(once.text.split('\n').sort()).toEqual(broughtBack('Mail').split('\n').sort())
  expect(back(once.text, file)).toEqual({ text: once.text, messages: [] })
  const twice = back(once.text, file.replace('value="Mail"', 'value="Post office"'))
  expect(twice.text).toBe(once.text.replace('Mail', 'Post office'))
})

test('edited in the text, it is changed on the page, and keeps its colour and place there', async () => {
  const file = await page()
  const plain = back(text, file).text.replace(/ *style .*\n/, '')
  const { text: done } = await convertWith(mermaid, drawio, plain.replace('Mail', 'Letters'), {
    existing: file,
  })
  expect(done).toContain(drawn.replace('Mail', 'Letters').split('\n')[0])
  expect(done.match(/Xy7zPq_abcdefghijklm-5_2/)).toBeNull()
})
