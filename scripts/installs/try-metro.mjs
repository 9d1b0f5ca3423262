import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/**
 * Bundles an app as React Native 0.70 does for Hermes (whose Metro does not know `exports`), and runs the bundle.
 *
 * @param folder where the packages are installed
 * @param tools the folder of `bringTools`
 * @throws Error of Metro's if it can't find what an entry imports, or one that says what the bundle did instead
 */
export async function tryMetro(folder, tools) {
  const requireTool = createRequire(join(tools, 'index.js'));
  const { loadConfig, runBuild } = requireTool('metro');
  cpSync(join(import.meta.dirname, 'app.js'), join(folder, 'app.js'));
  const config = await loadConfig(
    {},
    {
      projectRoot: folder,
      watchFolders: [tools],
      resolver: { nodeModulesPaths: [tools] },
      cacheStores: [],
      resetCache: true,
      maxWorkers: 1,
      reporter: { update: () => undefined },
      transformer: { babelTransformerPath: writeTransformer(folder, requireTool) },
    },
  );
  const { code } = await runBuild(config, {
    entry: 'app.js',
    dev: false,
    minify: false,
    platform: 'android',
    out: join(folder, 'bundle.js'),
  });
  const app = createContext({ console });
  runInContext(code, app);
  const tried = JSON.stringify(app.tried);
  if (tried !== '{"outcome":"ready","entries":"function,function,function"}')
    throw new Error(`The bundle gives ${tried}`);
}

/** Metro wants the path of a module that turns a source into a syntax tree. */
function writeTransformer(folder, requireTool) {
  const path = (name) => JSON.stringify(requireTool.resolve(name));
  const file = join(folder, 'transformer.js');
  writeFileSync(
    file,
    `const { transformSync } = require(${path('@babel/core')});
module.exports.transform = ({ filename, src }) => ({
  ast: transformSync(src, {
    filename, ast: true, code: false, babelrc: false, configFile: false, sourceType: 'unambiguous',
    presets: [[${path('metro-react-native-babel-preset')}, { enableBabelRuntime: false }]],
  }).ast,
});
`,
  );
  return file;
}
