/**
 * The libraries of draw.io's sidebar, entry by entry, and what each is read as; `-` is left to be a rectangle, with a
 * message where it is no picture that its library has a name for. The lists are those of Sidebar-General, -Flowchart, -Basic, -BPMN, -Network, -ER and -Arrows2 in
 * https://github.com/jgraph/drawio, the shapes what a person sees there.
 */
import { expect, test } from 'vitest'
import { readDrawio } from '../../converters/drawio/index.js'

/** `style` or `name: shape`, one a line. */
const table = (text: string): [string, string][] =>
  text
    .trim()
    .split('\n')
    .map(line => {
      const at = line.lastIndexOf(':')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })

/** Entries that are told by a name alone. */
const named = (before: string, text: string): [string, string][] =>
  table(text).map(([name, shape]) => [`${before}${name};`, shape])

const GENERAL = table(`
  rounded=0;whiteSpace=wrap;html=1;: rectangle
  rounded=1;whiteSpace=wrap;html=1;: rounded
  text;html=1;strokeColor=none;fillColor=none;align=center;: text
  ellipse;whiteSpace=wrap;html=1;: ellipse
  whiteSpace=wrap;html=1;aspect=fixed;: square
  ellipse;whiteSpace=wrap;html=1;aspect=fixed;: circle
  shape=process;whiteSpace=wrap;html=1;backgroundOutline=1;: subroutine
  rhombus;whiteSpace=wrap;html=1;: diamond
  shape=parallelogram;perimeter=parallelogramPerimeter;fixedSize=1;: parallelogram
  shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;: hexagon
  triangle;whiteSpace=wrap;html=1;: triangle
  shape=cylinder3;whiteSpace=wrap;html=1;boundedLbl=1;size=15;: cylinder
  ellipse;shape=cloud;whiteSpace=wrap;html=1;: cloud
  shape=document;whiteSpace=wrap;html=1;boundedLbl=1;: document
  shape=internalStorage;whiteSpace=wrap;html=1;: window-pane
  shape=cube;whiteSpace=wrap;html=1;boundedLbl=1;: box3d
  shape=step;perimeter=stepPerimeter;fixedSize=1;: cds
  shape=trapezoid;perimeter=trapezoidPerimeter;fixedSize=1;: trapezoid
  shape=tape;whiteSpace=wrap;html=1;: tape
  shape=note;whiteSpace=wrap;html=1;: note
  shape=card;whiteSpace=wrap;html=1;: card
  shape=callout;whiteSpace=wrap;html=1;perimeter=calloutPerimeter;: note
  shape=umlActor;verticalLabelPosition=bottom;: person
  shape=xor;whiteSpace=wrap;html=1;: -
  shape=or;whiteSpace=wrap;html=1;: delay
  shape=dataStorage;whiteSpace=wrap;html=1;fixedSize=1;: bow-rectangle
  shape=ext;double=1;rounded=0;: rectangle
  shape=ext;double=1;rounded=1;: rounded
  ellipse;shape=doubleEllipse;: double-circle
  shape=ext;double=1;aspect=fixed;: marked-square
  rounded=1;sketch=1;fillColor=#1ba1e2;: rounded
  html=1;whiteSpace=wrap;shape=isoCube2;isoAngle=15;: box3d
  html=1;aspect=fixed;shape=isoRectangle;: diamond
  shape=curlyBracket;whiteSpace=wrap;html=1;rounded=1;: brace-left
  line;strokeWidth=2;html=1;: fork
  shape=crossbar;whiteSpace=wrap;html=1;rounded=1;: rectangle
  shape=image;html=1;image=a.png: image
  icon;html=1;image=a.png: image
  label;whiteSpace=wrap;html=1;image=a.png: rectangle
  shape=partialRectangle;left=0;right=0;fillColor=none;: datastore
  shape=tapeData;perimeter=ellipsePerimeter;: circle
  shape=manualInput;whiteSpace=wrap;html=1;: sloped-rectangle
  shape=loopLimit;whiteSpace=wrap;html=1;: loop-limit
  shape=offPageConnector;whiteSpace=wrap;html=1;: off-page
  shape=delay;whiteSpace=wrap;html=1;: delay
  shape=display;whiteSpace=wrap;html=1;: display
  shape=singleArrow;direction=west;: arrow-left
  shape=singleArrow;whiteSpace=wrap;html=1;: arrow-right
  shape=doubleArrow;whiteSpace=wrap;html=1;: arrow-right
  shape=actor;whiteSpace=wrap;html=1;: person
  shape=cross;whiteSpace=wrap;html=1;: -
  shape=corner;whiteSpace=wrap;html=1;: rectangle
  shape=tee;whiteSpace=wrap;html=1;: rectangle
  shape=datastore;whiteSpace=wrap;html=1;: disk
  shape=orEllipse;perimeter=ellipsePerimeter;: or
  shape=sumEllipse;perimeter=ellipsePerimeter;: summary
  shape=lineEllipse;perimeter=ellipsePerimeter;: marked-circle
  shape=sortShape;perimeter=rhombusPerimeter;: diamond
  shape=collate;whiteSpace=wrap;html=1;: hourglass
  shape=switch;whiteSpace=wrap;html=1;: rectangle
`)

const FLOWCHART = named(
  'shape=mxgraph.flowchart.',
  `
  annotation_1: bpmn-annotation
  annotation_2: brace-left
  card: card
  collate: hourglass
  data: parallelogram
  database: cylinder
  decision: diamond
  delay: delay
  direct_data: horizontal-cylinder
  display: display
  document: document
  document2: document
  extract_or_measurement: triangle
  internal_storage: window-pane
  loop_limit: loop-limit
  manual_input: sloped-rectangle
  manual_operation: trapezoid-inverted
  merge_or_storage: triangle-inverted
  multi-document: documents
  off-page_reference: off-page
  on-page_reference: circle
  or: summary
  paper_tape: tape
  parallel_mode: fork
  predefined_process: subroutine
  preparation: hexagon
  process: rectangle
  punched_tape: tape
  sequential_data: circle
  sort: diamond
  start_1: circle
  start_2: circle
  stored_data: bow-rectangle
  summing_function: or
  terminator: stadium
`,
)

const BASIC = named(
  'shape=mxgraph.basic.',
  `
  4_point_star: star
  4_point_star_2: star
  6_point_star: star
  8_point_star: bang
  acute_triangle: triangle
  arc: -
  banner: tape
  button: rounded
  cloud_callout: cloud
  cone: triangle
  cone2: triangle
  corner_round_rect: card
  cross2: -
  diag_round_rect: rounded
  diag_snip_rect: card
  diag_stripe: parallelogram
  document: document
  donut: double-circle
  drop: circle
  flash: bolt
  frame: rectangle
  frame_corner: rectangle
  half_circle: delay
  heart: -
  isocube: box3d
  layered_rect: stacked-rectangle
  loud_callout: bang
  moon: -
  no_symbol: summary
  obtuse_triangle: triangle
  octagon2: octagon
  orthogonal_triangle: triangle
  oval_callout: ellipse
  partConcEllipse: -
  pentagon: pentagon
  pie: circle
  plaque: rectangle
  plaque_frame: rectangle
  pointed_oval: ellipse
  polygon: polygon
  pyramid: triangle
  rect: rectangle
  rectCallout: note
  roundRectCallout: rounded
  rounded_frame: rounded
  shaded_button: rounded
  smiley: circle
  star: star
  sun: star
  three_corner_round_rect: rounded
  tick: -
  wave2: tape
  x: -
`,
)

const BPMN = table(`
  shape=mxgraph.bpmn.data;size=15;bpmnTransferType=input;: bpmn-data
  shape=mxgraph.bpmn.data2;: bpmn-data
  shape=datastore;: disk
  shape=mxgraph.bpmn.conversation;perimeter=hexagonPerimeter2;bpmnConversationType=conv;: hexagon
  shape=mxgraph.bpmn.task;rectStyle=rounded;taskMarker=abstract;isLoopStandard=1;: bpmn-activity
  shape=mxgraph.bpmn.task2;rectStyle=rounded;taskMarker=service;: bpmn-activity
  shape=mxgraph.bpmn.task;bpmnShapeType=subprocess;isLoopSub=1;outline=eventInt;: bpmn-activity
  shape=mxgraph.bpmn.task;bpmnShapeType=call;taskMarker=user;: bpmn-activity
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=standard;symbol=general;: bpmn-start
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=eventInt;symbol=message;: bpmn-start
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=eventNonint;symbol=timer;: bpmn-start
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=catching;symbol=message;: bpmn-intermediate
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=throwing;symbol=link;: bpmn-intermediate
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=boundInt;symbol=error;: bpmn-boundary
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=boundNonint;symbol=timer;: bpmn-boundary
  shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline=end;symbol=terminate2;: bpmn-end
  shape=mxgraph.bpmn.gateway2;perimeter=rhombusPerimeter;gwType=exclusive;: bpmn-gateway
  shape=mxgraph.bpmn.gateway;perimeter=rhombusPerimeter;: bpmn-gateway
`)

const NETWORK = named(
  'shape=mxgraph.networks.',
  `
  biometric_reader: -
  bus: fork
  business_center: -
  cloud: cloud
  comm_link: -
  community: -
  copier: -
  desktop_pc: -
  external_storage: disk
  firewall: -
  gamepad: -
  hub: -
  laptop: -
  load_balancer: -
  mail_server: box3d
  mainframe: box3d
  mobile: -
  modem: -
  monitor: -
  nas_filer: disk
  patch_panel: -
  pc: -
  phone_1: -
  printer: -
  proxy_server: box3d
  rack: box3d
  radio_tower: -
  router: -
  satellite: -
  scanner: -
  secured: -
  server: box3d
  server_storage: disk
  storage: disk
  supercomputer: box3d
  switch: -
  tablet: -
  tape_storage: disk
  terminal: -
  unsecure: -
  ups_small: -
  usb_stick: -
  user_female: person
  user_male: person
  users: person
  video_projector: -
  virtual_pc: -
  virtual_server: box3d
  virus: -
  web_server: box3d
  wireless_hub: -
`,
)

const NETWORK_2025 = named(
  'shape=mxgraph.networks2.icon;aspect=fixed;network2Icon=mxgraph.networks2.',
  `
  antenna: -
  cloud: cloud
  data_storage: disk
  external_storage: disk
  global_server: box3d
  internet: cloud
  lan: -
  mail_server: box3d
  mainframe: box3d
  nas_filer: disk
  rack_cabinet: box3d
  router: -
  server: box3d
  user_female: person
  users: person
`,
)

const ER = table(`
  whiteSpace=wrap;html=1;align=center;: rectangle
  shape=ext;margin=3;double=1;: rectangle
  ellipse;fontStyle=4;: ellipse
  ellipse;shape=doubleEllipse;margin=3;: double-circle
  shape=associativeEntity;: diamond
  shape=rhombus;perimeter=rhombusPerimeter;: diamond
  shape=rhombus;double=1;perimeter=rhombusPerimeter;: marked-diamond
  html=1;shape=mxgraph.er.anchor;whiteSpace=wrap;: rectangle
`)

const ARROWS = named(
  'shape=mxgraph.arrows2.',
  `
  arrow;dy=0.6;dx=40;notch=0;: arrow-right
  arrow;dy=0.6;dx=40;flipH=1;notch=0;: arrow-left
  arrow;dy=0;dx=10;notch=0;: cds
  twoWayArrow;dy=0.6;dx=35;: arrow-right
  stylisedArrow;dy=0.6;: arrow-right
  sharpArrow;dy1=0.67;: arrow-right
  sharpArrow2;dy1=0.67;: arrow-right
  calloutArrow;dy=10;: arrow-right
  bendArrow;dy=15;: arrow-right
  bendDoubleArrow;dy=15;: arrow-right
  quadArrow;dy=10;: arrow-right
  triadArrow;dy=10;: arrow-right
  tailedArrow;dy1=10;: arrow-right
  stripedArrow;dy=0.6;: arrow-right
  jumpInArrow;dy=15;: arrow-right
  uTurnArrow;dy=11;: arrow-right
`,
)

test.each([
  ['general', GENERAL],
  ['flowchart', FLOWCHART],
  ['basic', BASIC],
  ['BPMN', BPMN],
  ['network', NETWORK],
  ['network 2025', NETWORK_2025],
  ['entity relation', ER],
  ['arrows', ARROWS],
])('the library %s', (_, entries) => {
  const cells = entries.map(
    ([style], i) =>
      `<mxCell id="n${i}" value="x" style="${style}" vertex="1" parent="1"><mxGeometry x="${i * 100}" width="80" height="40" as="geometry"/></mxCell>`,
  )
  const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
  const { graphs, messages } = readDrawio(text)
  const read = entries.map(([style], i) => [style, graphs[0]!.nodes.get(`n${i}`)!.shape])
  expect(read).toEqual(entries.map(([style, shape]) => [style, shape === '-' ? 'rectangle' : shape]))
  const isPicture = (style: string): boolean => /^shape=mxgraph\.networks2?\./.test(style)
  const left = new Set(
    entries.filter(([style, shape]) => shape === '-' && !isPicture(style)).map(([style]) => style),
  )
  expect(messages.map(({ code }) => code)).toEqual([...left].map(() => 'repair/unknown-shape'))
})

test('the lanes of BPMN are lanes', () => {
  const text =
    '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="l" value="Lane" style="shape=mxgraph.bpmn.swimlane;html=1;startSize=20;horizontal=0;isCollection=1;" vertex="1" parent="1"><mxGeometry width="440" height="100" as="geometry"/></mxCell></root></mxGraphModel>'
  expect(readDrawio(text).graphs[0]!.groups.get('l')?.kind).toBe('lane')
})

/** Styles of draw.io's icons, generation by generation: what the icon is called, and what it is. */
test.each([
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.lambda;', 'Lambda', 'subroutine'],
  ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.dynamodb;', 'Dynamodb', 'cylinder'],
  ['shape=mxgraph.aws4.productIcon;prIcon=mxgraph.aws4.s3;', 'S3', 'bucket'],
  ['shape=mxgraph.aws4.user;', 'User', 'person'],
  ['shape=mxgraph.aws3.dynamo_db;', 'Dynamo DB', 'cylinder'],
  ['shape=mxgraph.aws3.internet_gateway;', 'Internet gateway', 'rectangle'],
  ['shape=mxgraph.aws3d.simpleDb2;', 'Simple Db2', 'cylinder'],
  ['shape=mxgraph.aws2.app_services.sqs;', 'SQS', 'horizontal-cylinder'],
  ['shape=mxgraph.azure.sql_database;', 'SQL database', 'cylinder'],
  ['shape=mxgraph.mscae.cloud.azure_storage;', 'Azure storage', 'disk'],
  ['image;html=1;image=img/lib/azure2/databases/SQL_Database.svg;', 'SQL Database', 'cylinder'],
  ['image;html=1;image=img/lib/azure2/compute/Function_Apps.svg;', 'Function Apps', 'subroutine'],
  ['image;html=1;image=img/lib/mscae/Cache_Redis_Product.svg;', 'Cache Redis Product', 'cylinder'],
  ['shape=mxgraph.gcp2.hexIcon;prIcon=cloud_sql;', 'Cloud SQL', 'cylinder'],
  ['shape=mxgraph.gcp2.cloud_functions;', 'Cloud functions', 'subroutine'],
  ['shape=mxgraph.gcpicons.pubsub;', 'Pubsub', 'horizontal-cylinder'],
  ['shape=mxgraph.kubernetes.icon2;prIcon=pvc;', 'Pvc', 'disk'],
  ['shape=mxgraph.kubernetes.icon;prIcon=user;', 'User', 'person'],
  ['shape=mxgraph.cisco.routers.router;', 'Router', 'rectangle'],
  ['shape=mxgraph.cisco19.rect;prIcon=router;', 'Router', 'rectangle'],
  ['shape=mxgraph.alibaba_cloud.oss_object_storage_service;', 'Oss object storage service', 'bucket'],
  ['image;html=1;image=img/lib/ibm/data/data_store.svg;', 'Data store', 'cylinder'],
  ['shape=mxgraph.office.users.user;', 'User', 'person'],
  ['shape=mxgraph.vvd.physical_storage;', 'Physical storage', 'disk'],
  ['shape=mxgraph.salesforce.inbox2;', 'Inbox2', 'rectangle'],
  ['image;html=1;image=img/lib/clip_art/computers/Laptop_128x128.png;', 'Laptop', 'image'],
  ['shape=mxgraph.floorplan.doorLeft;', 'Door Left', 'rectangle'],
])('the icon %s is %s, a %s', (style, name, shape) => {
  const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="n" value="" style="${style}" vertex="1" parent="1"><mxGeometry width="60" height="60" as="geometry"/></mxCell></root></mxGraphModel>`
  const { graphs, messages } = readDrawio(text)
  expect(graphs[0]!.nodes.get('n')).toMatchObject({ label: { text: name }, shape })
  expect(messages).toEqual([])
})

test('shapes that nobody could name are said once for each name', () => {
  const styles = [
    'shape=stencil(7VTB);',
    'shape=stencil(1ZFt);',
    'shape=mxgraph.basic.arc;',
    'shape=mxgraph.basic.arc;',
  ]
  const cells = styles.map(
    (style, i) =>
      `<mxCell id="n${i}" value="x" style="${style}" vertex="1" parent="1"><mxGeometry x="${i * 100}" width="80" height="40" as="geometry"/></mxCell>`,
  )
  const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
  expect(readDrawio(text).messages.map(({ text }) => text)).toEqual([
    expect.stringContaining('“stencil(…)” has no equal here: 2 nodes'),
    expect.stringContaining('“mxgraph.basic.arc” has no equal here: 2 nodes'),
  ])
})
