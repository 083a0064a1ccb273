/** The words of `diaglot convert`. */
import type { ConvertOptions } from '../job.js'
import { addFlags, collect, flagged, type Program, withConfig, withRunOptions } from './over-files.js'

/** @param more what its help ends with */
export function convertWords({ root, around, flags, ended }: Program, more: string): void {
  const convert = withRunOptions(
    root
      .command('convert')
      .description('convert diagrams to another format; the result goes to standard output or to -o')
      .argument(
        '[inputs...]',
        'files, folders, globs, and documents with diagrams in them; standard input where none is named, or -',
      )
      .option('-f, --from <format>', 'the format of the inputs, where their extension does not tell')
      .option('-t, --to <format>', 'the format to write, where the extension of -o does not tell')
      .option('-o, --output <path>', 'the file to write, or the folder for several diagrams')
      .option('--in-place', 'exchange the diagrams of documents, in the documents themselves')
      .option(
        '--force',
        'replace files in an output folder, the input itself, and files that somebody edited',
      )
      .option('--recover', 'write what could be read of a diagram that has errors')
      .option('--pages <how>', 'several diagrams as pages of one file, or a file each: merge or split')
      .option(
        '--update [file]',
        'change in this file, or in the one that -o names, only what is new: the rest stays',
      )
      .option('--dry-run', 'print what would change in files as a patch, and write none')
      .option('--scale <number>', 'draw a PNG picture so many times as large')
      .option(
        '--font <file>',
        'draw PNG pictures with this font instead of those of the system (repeatable)',
        collect,
      )
      .option('--changed-since <commit>', 'only inputs that changed since a commit of git')
      .option('--staged', 'only what is staged in git, as it is staged')
      .option('--shard <part/count>', 'only one of so many parts of the inputs, such as 2/4')
      .option('--doc-comments', 'look into the comments of source code, too')
      .option('--max-losses <count>', 'end with 1 where a diagram loses more than this')
      .option('--carry', 'let what the target cannot hold ride along in comments or attributes of its own')
      .option('--no-carry', 'leave it out, and do not read it where the input carries such data')
      .option(
        '-O, --option <name=value>',
        'an option of a format (repeatable); diaglot formats lists them',
        collect,
      ),
    'print every loss, and not one line for each kind',
  )
    .addHelpText('after', more)
    .action(async (inputs: string[], words: ConvertOptions & Readonly<Record<string, unknown>>) => {
      const { convertCommand } = await import('../convert.js')
      const asked = { ...withConfig(words), flags: flagged(flags, words) } as ConvertOptions
      ended(await convertCommand(inputs, asked, around))
    })
  addFlags(convert, flags)
}
