/** Where things are drawn. It stands beside a graph, never in it. All lengths are pixels on the page. */

import type { Style, Text } from '../ir/model.js'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle by its upper left corner, on the page (not relative to a parent). */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The middle of a box. */
export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether a line ends below a shape and not at it: a label stands between them. */
export const isBelow = ({ y, height }: Box, point: Point): boolean => point.y > y + height + 1

/** Whether it ends above it. */
export const isAbove = ({ y }: Box, point: Point): boolean => point.y < y - 1

/** The way of one edge between its two ends. */
export interface Route {
  /** Bends between the ends, without the ends themselves; empty where a renderer may route by itself. */
  readonly bends: readonly Point[]
  /** The whole way as it was laid out, ends included, for renderers that do not route. */
  readonly path?: readonly Point[]
  /** The points where the edge leaves and enters, when they are fixed. */
  readonly start?: Point
  readonly end?: Point
  /** Middle of the label, and of the labels at the ends. */
  readonly label?: Point
  readonly fromLabel?: Point
  readonly toLabel?: Point
}

export interface GroupBox extends Box {
  /** Height (or width, for rotated titles) of the strip that holds the title; 0 without one. */
  readonly title: number
  /** How far to the right of its usual place the title starts, where a line runs through that. */
  readonly titleAt?: number
  /** Whether the strip stands at the left, and the title in it is turned; where it is left out, the direction of lanes decides. */
  readonly aside?: boolean
  /** A colour or `none`: what fills the rest of it, where its own colour is that of the strip alone. */
  readonly body?: string
}

/** Where a label stands that somebody put there; in the middle where nothing is said of a direction. */
export interface LabelPlace {
  readonly area: Box
  readonly align?: 'left' | 'right'
  readonly valign?: 'top' | 'bottom'
  /** Whether its lines are broken only where the text breaks them. */
  readonly whole?: true
}

/** The field of a node as it was drawn. */
export interface DrawnField extends LabelPlace {
  /** What the field shows; the rest counts only as long as it shows that. */
  readonly text: string
  readonly label: Text
  readonly box: Box
  readonly underlined?: true
  /** Its own fill, and the look of its text. */
  readonly style: Style
}

/** The fields of a node as they were drawn. */
export interface DrawnFields {
  /** The height of the strip with the node's label; 0 without one. */
  readonly title: number
  /** Those that show a text, in the order of a walk over the fields. */
  readonly leaves: readonly DrawnField[]
  /** Lines between them and around them. */
  readonly lines: readonly (readonly [Point, Point])[]
  /** By port: the cell that an edge ends at. */
  readonly ports: ReadonlyMap<string, Box>
}

/** The frame of a loop. */
export interface FrameBox extends Box {
  /** Where the letters of the title stand. */
  readonly titleBox?: Box
  /** How far to the right of its usual place the title starts. */
  readonly titleAt?: number
  /** Whether it stands below what the frame surrounds. */
  readonly titleBelow?: boolean
  /** How wide its lines may be, where that is less than the frame. */
  readonly titleWidth?: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** By node id: every node of the graph. */
  readonly nodes: ReadonlyMap<string, Box>
  /** By node id: where somebody put the label, if that is not its usual place. */
  readonly labels?: ReadonlyMap<string, LabelPlace>
  /** By node id, of nodes with fields that somebody drew. */
  readonly fields?: ReadonlyMap<string, DrawnFields>
  /** By group id: every group of the graph. */
  readonly groups: ReadonlyMap<string, GroupBox>
  /** The box around all lanes, where the groups are lanes. */
  readonly pool?: GroupBox
  /** One for each edge, in the graph's order. */
  readonly routes: readonly Route[]
  /** One for each loop, in the graph's order: a frame behind its nodes. */
  readonly loops: readonly FrameBox[]
}
