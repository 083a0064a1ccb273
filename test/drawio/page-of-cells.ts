/** Pages as people draw them, put together of cells: for tests that say in a line what stands where. */

/** Where a cell stands in its parent, and how large it is, in pixels. */
export type Place = readonly [x: number, y: number, width: number, height: number]

export const page = (...cells: readonly string[]): string =>
  `<mxfile><diagram name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`

export const cell = (
  id: string,
  label: string,
  style: string,
  [x, y, width, height]: Place,
  parent = '1',
): string =>
  `<mxCell id="${id}" value="${label}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`

export const line = (id: string, source: string, target: string): string =>
  `<mxCell id="${id}" style="html=1;" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`
