const { readdirSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const transform = {
  '^.+\\.[cm]?tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** Packages are tested from their sources: `@loop-adapters/core/bare` is packages/core/src/bare.ts. */
const moduleNameMapper = {
  '^@loop-adapters/([^/]+)$': '<rootDir>/../$1/src/index.ts',
  '^@loop-adapters/([^/]+)/([^/.]+)$': ['<rootDir>/../$1/src/$2.ts', '<rootDir>/../$1/src/$2/index.ts'],
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

module.exports = {
  projects: readdirSync(join(__dirname, 'packages'))
    .filter((name) => existsSync(join(__dirname, 'packages', name, 'package.json')))
    .map((name) => ({
      displayName: name,
      rootDir: join(__dirname, 'packages', name),
      testEnvironment: 'node',
      testMatch: ['<rootDir>/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
      transform,
      moduleNameMapper,
    })),
};
