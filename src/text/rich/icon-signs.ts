/**
 * Font Awesome's icons, which Mermaid's labels name (https://mermaid.js.org/syntax/flowchart.html#basic-support-for-fontawesome), as signs of
 * Unicode that picture the same: for those who draw with the fonts that a reader has. Names of Font Awesome 4 to 6; its free icons that pictures of
 * flows have, and of brands only those whose mark is a sign that everybody has.
 */
import { replaceIcons } from './icons.js'
import { iconsOf, type RichSource, runsOf } from './rich.js'
import { isFormatted, textOfRuns } from './runs.js'

/** A sign and the names of the icons that it stands for, without `fa-`. */
const SIGNS = `
👤 user user-o user-alt user-circle user-circle-o circle-user user-large id-badge
👥 users user-group user-friends people-group users-line people-line
🧑‍💼 user-tie
🕵️ user-secret
🧑‍⚕️ user-md user-doctor user-nurse
🧑‍💻 user-gear user-cog users-cog users-gear user-ninja user-pen user-edit
🧑‍🎓 user-graduate graduation-cap
🧑 person male child user-plus user-check
🚶 person-walking walking
🏃 person-running running
🤖 robot android
🗄️ database archive box-archive file-cabinet
🖥️ server desktop computer display tv television hard-drive hdd hdd-o
💻 laptop laptop-code laptop-file
📱 mobile mobile-alt mobile-phone mobile-screen mobile-screen-button mobile-button tablet tablet-alt tablet-screen-button
⌨️ keyboard keyboard-o terminal
🖱️ mouse mouse-pointer arrow-pointer computer-mouse
🖨️ print
💾 save floppy-disk floppy-o sd-card memory
💿 compact-disc
🌐 globe globe-americas earth-americas globe-europe earth-europe globe-asia earth-asia earth network-wired
☁️ cloud cloud-upload cloud-upload-alt cloud-arrow-up cloud-download cloud-download-alt cloud-arrow-down
📶 wifi signal tower-broadcast broadcast-tower tower-cell rss
📡 satellite-dish satellite
🔒 lock user-lock user-shield shield-halved
🔓 unlock unlock-alt lock-open unlock-keyhole
🔑 key
🛡️ shield shield-alt shield-virus
🔥 fire fire-alt fire-flame-curved
⚙️ cog gear cogs gears sliders sliders-h
🔧 wrench screwdriver-wrench tools toolbox
🔨 hammer gavel
🧩 puzzle-piece
🔌 plug
🔋 battery-full battery battery-4
💡 lightbulb lightbulb-o
⚡ bolt flash bolt-lightning
🚀 rocket
🏠 home house house-user home-alt
🏢 building building-o building-user city
🏭 industry
🏦 bank university building-columns landmark
🏥 hospital hospital-o hospital-alt
🏫 school
🏪 store store-alt shop
🏨 hotel
🛒 shopping-cart cart-shopping basket-shopping shopping-basket cart-plus cart-arrow-down
🛍️ shopping-bag bag-shopping
📦 box boxes boxes-stacked cube cubes box-open
🚚 truck truck-fast shipping-fast truck-moving delivery
🚗 car automobile car-side car-alt
🚕 taxi cab
🚌 bus bus-alt bus-simple
🚆 train train-subway subway
✈️ plane plane-departure plane-arrival
🚢 ship
🚲 bicycle person-biking
⛽ gas-pump
💳 credit-card credit-card-alt
💰 sack-dollar coins wallet piggy-bank
💵 money money-bill money-bill-alt money-bill-wave dollar usd dollar-sign money-check
🧾 receipt file-invoice file-invoice-dollar
🎁 gift
🏷️ tag tags
📧 envelope-o envelope envelope-open mail at
📨 paper-plane paper-plane-o send inbox
💬 comment comment-o commenting comments comment-dots message comment-alt
📞 phone phone-alt phone-flip
☎️ phone-square headset
🔔 bell bell-o
📢 bullhorn
🔊 volume-up volume-high volume-down volume-low
🎤 microphone
🎧 headphones headphones-alt
🎵 music
📷 camera camera-retro
📹 video video-camera
🖼️ image photo picture-o images
🎬 film clapperboard
🎮 gamepad
📄 file file-o file-alt file-text file-text-o file-lines file-code file-code-o file-pdf file-pdf-o file-word file-csv
📁 folder folder-o
📂 folder-open folder-open-o folder-tree
📋 clipboard clipboard-list clipboard-check tasks list-check list-alt
📝 edit pencil-square-o pen-to-square note-sticky sticky-note
✏️ pencil pencil-alt pen
📚 book-open book-reader
📖 book book-atlas
📰 newspaper newspaper-o
🔖 bookmark bookmark-o
📌 thumbtack thumb-tack map-pin
📍 map-marker map-marker-alt location-dot location-pin
🗺️ map map-o map-location-dot
🧭 compass
📅 calendar calendar-o calendar-alt calendar-days calendar-check calendar-day
⏰ clock-o clock
⏱️ stopwatch
⏳ hourglass hourglass-half hourglass-start spinner
🔄 refresh sync sync-alt rotate arrows-rotate repeat retweet recycle redo arrow-rotate-right
↩️ undo reply arrow-rotate-left
🔀 random shuffle code-branch code-fork code-merge
🔁 arrows-spin exchange exchange-alt right-left arrow-right-arrow-left
🔗 link chain
📎 paperclip
✂️ cut scissors
🗑️ trash trash-o trash-alt trash-can
🔍 search magnifying-glass search-plus search-minus
🔬 microscope
🧪 flask vial vials flask-vial
🧬 dna
🧠 brain
👁️ eye
🩺 stethoscope
💊 pills capsules
❤️ heart heart-o
⭐ star star-o
🏆 trophy award medal
🎯 bullseye crosshairs
🏁 flag-checkered
🚩 flag flag-o
📈 chart-line line-chart arrow-trend-up
📉 arrow-trend-down
📊 chart-bar bar-chart bar-chart-o chart-column chart-simple chart-pie pie-chart
🧮 calculator
⚖️ balance-scale scale-balanced
✅ check-circle check-circle-o circle-check check-square square-check check-square-o
✔️ check check-double
❌ times-circle times-circle-o circle-xmark
🚫 ban
✖️ times xmark close remove
⚠️ exclamation-triangle triangle-exclamation warning exclamation-circle circle-exclamation
❓ question question-circle circle-question
❗ exclamation
ℹ️ info info-circle circle-info
➕ plus plus-circle circle-plus
➖ minus minus-circle circle-minus
▶️ play play-circle circle-play play-circle-o
⏸️ pause pause-circle circle-pause
⏹️ stop stop-circle circle-stop
➡️ arrow-right long-arrow-right right-long arrow-circle-right circle-arrow-right
⬅️ arrow-left long-arrow-left left-long arrow-circle-left circle-arrow-left
⬆️ arrow-up upload arrow-circle-up circle-arrow-up
⬇️ arrow-down download arrow-circle-down circle-arrow-down
🚪 sign-in sign-in-alt right-to-bracket sign-out sign-out-alt right-from-bracket door-open door-closed
👍 thumbs-up thumbs-o-up
👎 thumbs-down thumbs-o-down
🤝 handshake handshake-o handshake-angle
🐛 bug
🌳 tree
🍃 leaf
🌱 seedling
💧 tint droplet water
☀️ sun sun-o
🌙 moon moon-o
❄️ snowflake snowflake-o
🌡️ thermometer temperature-half
☕ coffee mug-hot
🍴 cutlery utensils
🍕 pizza-slice
🐦 twitter dove crow
🐧 linux
🐍 python
🐳 docker
🍎 apple apple-alt apple-whole
🐶 dog
🐱 cat
🐟 fish
💼 briefcase suitcase
⚓ anchor
🎨 palette paint-brush paintbrush
✨ magic wand-magic wand-magic-sparkles
📐 drafting-compass ruler ruler-combined
📜 scroll
🎫 ticket ticket-alt
🧳 suitcase-rolling
🛏️ bed
📥 file-import file-download file-arrow-down
📤 file-export file-upload file-arrow-up share share-alt share-nodes
🔢 hashtag list-ol
☰ bars list list-ul
🪪 id-card id-card-o address-card
`

let made: ReadonlyMap<string, string> | undefined

function signs(): ReadonlyMap<string, string> {
  made ??= new Map(
    SIGNS.trim()
      .split('\n')
      .flatMap(line => {
        const [sign = '', ...names] = line.split(' ')
        return names.map((name): [string, string] => [name, sign])
      }),
  )
  return made
}

/** The sign for an icon's name without `fa-`; nothing where no sign pictures it. */
export const signNamed = (name: string): string | undefined => signs().get(name)

/** The sign for an icon's code, as `fa:fa-car`; nothing where no sign pictures it. */
export const signOf = (code: string): string | undefined => signNamed(code.slice(code.indexOf(':fa-') + 4))

interface Label {
  readonly text: string
  readonly rich?: RichSource
}

/** A label as it is drawn with signs for its icons; nothing where it has no icons, or one that no sign pictures. */
export function signed({ text, rich }: Label): Label | undefined {
  const icons = rich ? iconsOf(rich) : []
  if (!rich || icons.length === 0 || !icons.every(signOf)) return undefined
  const own = runsOf(rich)
  if (!own || textOfRuns(own.runs) !== text) return undefined
  const drawn = { ...rich, source: replaceIcons(rich.source, code => signOf(code)!) }
  const { runs } = runsOf(drawn) ?? own
  return { text: textOfRuns(runs), ...(isFormatted(runs) && { rich: drawn }) }
}
