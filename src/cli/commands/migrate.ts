/** The words of the commands that move a tree to another format, and back. */
import type { ApplyOptions } from '../migrate/apply.js'
import type { MigrateOptions } from '../migrate/migrate.js'
import { addFlags, collect, flagged, type Program, withConfig } from './over-files.js'

const migrateHelp = `
Exit codes: 0 clean; 1 diagrams that cannot be converted, for errors or their size; 2 bad usage; 3 a file that cannot be read or
written; 4 a fault of diaglot; 130 stopped by Ctrl-C: every file is whole, and the next run goes on.`

export function migrateWords({ root, around, flags, ended }: Program): void {
  const migrate = root
    .command('migrate')
    .description(
      'plan how all diagrams of a tree, in files and in documents, become those of another format; --write does it',
    )
    .argument('[paths...]', 'files, folders and globs; . is this folder')
    .option('-t, --to <format>', 'the format that all of them become')
    .option('-w, --write', 'do it, with an undo bundle outside of the tree')
    .option('--plan-out <file>', 'write the plan as JSON, for diaglot apply')
    .option(
      '--report <file>',
      'write a report: .html, a page with pictures; .md, for a pull request; .json (repeatable)',
      collect,
    )
    .option('--diff', 'print what would change as a patch')
    .option('--fences <way>', 'what becomes of diagrams in documents: inline, extract or picture')
    .option('--remove', 'source files go when what they become is written, and documents name the new ones')
    .option('--playground', 'beside each picture stands a link to the editor of the format')
    .option('--carry', 'let what the format cannot hold ride along in comments or attributes of its own')
    .option(
      '-O, --option <name=value>',
      'an option of a format (repeatable); diaglot formats lists them',
      collect,
    )
    .option('--root <folder>', 'the folder that the plan is of: nothing outside of it is written')
    .option('--undo-to <file>', 'where the undo bundle is to lie')
    .option('--workers <count>', 'how many threads there are at most')
    .option('--config <file>', 'the config, instead of diaglot.config.* found upward')
    .option('--no-config', 'no config')
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-v, --verbose', 'every file and every loss, and not only the worst')
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', migrateHelp)
    .action(async (paths: string[], options: MigrateOptions & Readonly<Record<string, unknown>>) => {
      const { migrateCommand } = await import('../migrate/migrate.js')
      const words = { ...withConfig(options), flags: flagged(flags, options) }
      ended(await migrateCommand(paths, words, around))
    })
  addFlags(
    migrate,
    flags.filter(({ takes }) => takes !== undefined),
  )
}

export function applyWords({ root, around, ended }: Program): void {
  root
    .command('apply')
    .description('carry out a plan of diaglot migrate as it was looked at, or undo a run')
    .argument('[plan]', 'the file that --plan-out wrote')
    .option('--undo <bundle>', 'give back every file as it was before a run')
    .option('--root <folder>', 'the folder that the plan or the bundle is of, instead of this one')
    .option('--undo-to <file>', 'where the undo bundle is to lie')
    .option('--workers <count>', 'how many threads there are at most')
    .option('-q, --quiet', 'print only what fails')
    .addHelpText('after', migrateHelp)
    .action(async (plan: string | undefined, options: ApplyOptions) => {
      const { applyCommand } = await import('../migrate/apply.js')
      ended(await applyCommand(plan, options, around))
    })
}
