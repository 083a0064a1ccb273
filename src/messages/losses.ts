/** Codes of what lowering changes: what a target cannot hold as it is. */
import type { CodeTable } from './code.js'

export const losses = {
  'loss/arrow': {
    severity: 'warning',
  },
  'loss/carry': {
    severity: 'warning',
  },
  'loss/class': {
    severity: 'warning',
  },
  'loss/default-lane': {
    severity: 'warning',
  },
  'loss/description': {
    severity: 'warning',
  },
  'loss/direction': {
    severity: 'warning',
  },
  'loss/edge': {
    severity: 'warning',
  },
  'loss/edge-id': {
    severity: 'info',
  },
  'loss/edge-order': {
    severity: 'warning',
  },
  'loss/end-label': {
    severity: 'warning',
  },
  'loss/note': {
    severity: 'info',
  },
  'loss/comments': {
    severity: 'info',
  },
  'loss/extras': {
    severity: 'info',
  },
  'loss/fields': {
    severity: 'warning',
  },
  'loss/graph-id': {
    severity: 'info',
  },
  'loss/group-end': {
    severity: 'warning',
  },
  'loss/group-kind': {
    severity: 'info',
  },
  'loss/group-order': {
    severity: 'info',
  },
  'loss/handle': {
    severity: 'info',
  },
  'loss/hidden': {
    severity: 'warning',
  },
  'loss/icon': {
    severity: 'warning',
  },
  'loss/id': {
    severity: 'info',
  },
  'loss/image': {
    severity: 'warning',
  },
  'loss/label': {
    severity: 'warning',
  },
  'loss/lanes': {
    severity: 'warning',
  },
  'loss/length': {
    severity: 'info',
  },
  'loss/line': {
    severity: 'warning',
  },
  'loss/link': {
    severity: 'warning',
  },
  'loss/loop': {
    severity: 'warning',
  },
  'loss/loop-lane': {
    severity: 'info',
  },
  'loss/loop-order': {
    severity: 'info',
  },
  'loss/nesting': {
    severity: 'warning',
  },
  'loss/node-order': {
    severity: 'info',
  },
  'loss/port': {
    severity: 'warning',
  },
  'loss/property': {
    severity: 'warning',
  },
  'loss/reversed': {
    severity: 'warning',
  },
  'loss/rich-text': {
    severity: 'warning',
  },
  'loss/second-label': {
    severity: 'warning',
  },
  'loss/shape': {
    severity: 'warning',
  },
  'loss/side': {
    severity: 'info',
  },
  'loss/spacer': {
    severity: 'warning',
  },
  'loss/spelling': {
    severity: 'info',
  },
  'loss/strict': {
    severity: 'info',
  },
  'loss/style': {
    severity: 'warning',
  },
  'loss/theme': {
    severity: 'info',
  },
  'loss/title': {
    severity: 'warning',
  },
  'loss/undirected': {
    severity: 'warning',
  },
} as const satisfies CodeTable
