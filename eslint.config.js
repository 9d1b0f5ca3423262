import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // The consumers are full of errors on purpose; the compiler says whether each is one (scripts/installs/check-types.mjs).
  globalIgnores(['**/dist/', '**/coverage/', '**/.cache/', '**/generated/', 'scripts/installs/consumers/']),
  // These files are whole in the built folder only; there the compiler reads them (packages/segment/partner-folder/tsconfig.json).
  globalIgnores(['packages/segment/partner-folder/destinations/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `{ [parameter: string]: … }` says what the keys are, which a Record can't.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // A platform's interface may ask for a promise where nothing has to be waited for.
      '@typescript-eslint/require-await': 'off',
      // It asks for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Brackets say that the key comes from outside and may not be there.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Numbers read well in a sentence, and nothing else gets in with them.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // `expect.any(String)` is of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A value that is not there fails the test anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What the factories return holds closures, so `const { close } = await startSandbox()` is fine.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The core runs where there is nothing but the language, so it may not reach for a host.
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/core/src/hash/node-hash.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'The core runs anywhere.' }] }],
    },
  },
  {
    // The core and the client also run in the Hermes of React Native 0.70; the tests in Hermes say what it lacks.
    files: ['packages/core/src/**/*.ts', 'packages/client/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/core/src/hash/node-hash.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['at', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'isWellFormed', 'toWellFormed', 'fromAsync'].map(
          (property) => ({ property, message: 'Hermes 0.12 does not have it.' }),
        ),
      ],
      'no-restricted-globals': [
        'error',
        ...['structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'Intl'].map((name) => ({
          name,
          message: 'Hermes 0.12 does not have it.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          // Property escapes, named groups.
          selector: 'Literal[regex.pattern=/\\\\[pP]\\{|\\(\\?<[a-zA-Z_$]/]',
          message: 'Hermes 0.12 has no \\p{…} and no named groups.',
        },
        { selector: 'Literal[regex.flags=/[dv]/]', message: 'Hermes 0.12 has no such flag.' },
        { selector: 'PrivateIdentifier', message: 'Hermes 0.12 has no private members.' },
        { selector: 'StaticBlock', message: 'Hermes 0.12 has no static blocks.' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: 'error', 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  {
    files: ['packages/*/src/testing/pages/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
);
