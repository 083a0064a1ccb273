/** The command line in few files: Node takes half a millisecond to find and link each module, and there are 150. */
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

/** From the compiled sources to a command with a file for each format, which is loaded when it is used. Packages stay outside. */
export async function bundleCli(main: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    entryPoints: [main],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  chmodSync(`${folder}/main.js`, 0o755)
}
