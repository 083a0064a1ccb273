/** draw.io's libraries of icons (AWS, Azure, Google Cloud, Kubernetes, Cisco and the like): what the picture of one is called there, and what it pictures. */
import type { Shape } from '../../../src/ir/shapes.js'
import type { StyleMap } from '../document/style.js'

/** The keys in which libraries whose shapes are all one frame name the picture in it. */
const ICON_KEYS = ['resIcon', 'network2Icon', 'prIcon', 'grIcon', 'SAPIcon', 'subIcon', 'prType']

/** The name of the picture in a shape, where it is not the shape's own. */
export const iconName = (style: StyleMap): string | undefined =>
  ICON_KEYS.map(key => style.get(key)).find(name => typeof name === 'string' && name !== '') ?? undefined

/** Stencils that picture something, and are called by what they picture: far too many to list. Outlines and steps of a flow are not among them. */
const LIBRARY =
  /^mxgraph\.(?!(?:arrows2?|basic|bpmn|dfd|er|flowchart|lean_mapping|sketch|sysml|uml|uml25)\.)[\w-]+\./

/** The pictures of draw.io's own libraries as files: `img/lib/azure2/compute/Virtual_Machine.svg`. Nobody else has them. */
const LIBRARY_FILE = /^\/?img\/lib\/[^;?]{0,300}?([^/]{1,200})\.(?:svg|png)$/

/** Whether an address is one of draw.io's own pictures, which are nowhere else. */
export const isLibraryFile = (address: string): boolean => LIBRARY_FILE.test(address)

/** Names of frames that hold another picture, which these do not say. */
const FRAMES =
  /^(?:resourceIcon|productIcon|group|groupCenter|icon2?|hexIcon|doubleRect|rect|rrect|box|base|anchor|illustration)$/

/** What is written in capitals. */
const CAPITALS = new Set(
  'ai alb api aws cdn cpu db dhcp dns ebs ec2 ecr ecs efs eks elb emr ftp gcp gpu hdd http https iam iot ip kms lan ldap ml nas nat nlb pc rds s3 sap sdk sms sns sql sqs ssd ssl tcp tls tv udp ups url usb vm vpc vpn waf wan'.split(
    ' ',
  ),
)

/**
 * What the picture of a library is called there, as words: “Lambda function”. Nothing for other shapes, and where the style does not
 * say which picture it is.
 * @param shape what the outline is called
 */
export function nameInLibrary(shape: string, style: StyleMap): string | undefined {
  const image = style.get('image')
  const file = typeof image === 'string' ? LIBRARY_FILE.exec(image)?.[1] : undefined
  const name = file ?? (LIBRARY.test(shape) ? (iconName(style) ?? shape) : undefined)
  const last = name?.slice(name.lastIndexOf('.') + 1)
  return last === undefined || FRAMES.test(last) ? undefined : asWords(last)
}

/** `lambda_function`, `simpleDb2` and `Virtual-Machine` as a person writes them. */
export function asWords(name: string): string | undefined {
  const words = name
    .replace(/_\d{2,4}x\d{2,4}$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_\s.-]+/g, ' ')
    .trim()
    .split(' ')
    .map(word => (CAPITALS.has(word.toLowerCase()) ? word.toUpperCase() : word))
    .join(' ')
  return words === '' ? undefined : words[0]!.toUpperCase() + words.slice(1)
}

const PICTURED: readonly (readonly [RegExp, Shape])[] = [
  [
    /(database|(^|_)db($|_|\d)|rds|dynamo|sql|aurora|redshift|cosmos|mongo|oracle|redis|elasticache|bigtable|bigquery|big_query|spanner|firestore|datastore|data_store|neptune|documentdb|timestream|synapse|db2|etcd|polardb)/,
    'cylinder',
  ],
  [/(bucket|blob|(^|_)s3($|_)|cloud_storage|object_storage)/, 'bucket'],
  [/(queue|sqs|kinesis|kafka|event_?hub|service_bus|pub_?sub|(^|_)mq($|_))/, 'horizontal-cylinder'],
  [/(lambda|(^|_)functions?($|_))/, 'subroutine'],
  [/(storage|disk|volume|(^|_)(ebs|efs|nas|tape|pvc?)($|_))/, 'disk'],
  [/(^|_)(users?|actor|person|persona|people|customer|client_user)\d?($|_)/, 'person'],
  [/(^|_)(cloud|internet)(?:_?\d|_hollow|_alt\d?)?$/, 'cloud'],
  [
    /(^|_)(server|mainframe|host|rack|supercomputer|virtual_machines?|vm|ec2|compute_engine)s?($|_|\d)/,
    'box3d',
  ],
  [/(^|_)(document|file)s?($|_)/, 'document'],
  [/(^|_)(web_?)?browser($|_)/, 'browser'],
]

/** What the picture of a library shows, where its name says something that there is a shape for. */
export function pictured(shape: string, style: StyleMap): Shape | undefined {
  const image = style.get('image')
  const file = typeof image === 'string' ? LIBRARY_FILE.exec(image)?.[1] : undefined
  const name = file ?? (LIBRARY.test(shape) ? (iconName(style) ?? shape) : undefined)
  if (name === undefined) return undefined
  const picture = name
    .slice(name.lastIndexOf('.') + 1)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return PICTURED.find(([words]) => words.test(picture))?.[1]
}
