import { createTranslator } from '@loop-adapters/core';
import { createTranslator as createBareTranslator } from '@loop-adapters/core/bare';
import { countryReader } from '@loop-adapters/core/countries';
import { sha256, sha512 } from '@loop-adapters/core/hash';
import { nodeHash } from '@loop-adapters/core/node';
import { createReadPathUses } from '@loop-adapters/core/path-uses';
import { normalizePhone } from '@loop-adapters/core/phone';
import { sentencesIn } from '@loop-adapters/core/sentences';
import { settingWords } from '@loop-adapters/core/setting-words';
import { sha256 as smallSha256 } from '@loop-adapters/core/small-hash';

createTranslator({ sourceHash: 'XYZ123', app: { id: 'com.example.app' } }, nodeHash);
// @ts-expect-error A misspelled option.
createTranslator({ sorceHash: 'XYZ123' });
// @ts-expect-error A misspelled option within another.
createTranslator({ app: { identifier: 'com.example.app' } });
// @ts-expect-error A value that is none of those.
createTranslator({ hash: 'md5' });
// @ts-expect-error A misspelled tool.
createTranslator({}, { sha265: sha256 });

createBareTranslator({ sourceHash: 'XYZ123' }, { sha256, sha512, normalizePhone, countries: countryReader });
// @ts-expect-error A misspelled option.
createBareTranslator({ sorceHash: 'XYZ123' }, { sha256, sha512, normalizePhone, countries: countryReader });
// @ts-expect-error A tool is missing.
createBareTranslator({ sourceHash: 'XYZ123' }, { sha256 });

// @ts-expect-error It takes text.
sha256(1);
// @ts-expect-error It takes text.
smallSha256(1);
// @ts-expect-error It takes a country.
normalizePhone('11 5119 0123');
// @ts-expect-error It has no such hash.
nodeHash.md5;
// @ts-expect-error It has no such language.
sentencesIn('fr');
// @ts-expect-error There is no such setting.
settingWords.sorceHash;
// @ts-expect-error It takes parsed settings.
createReadPathUses({ sorceHash: 'XYZ123' });
