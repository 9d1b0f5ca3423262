import { grantsConsent } from './consent.js';

describe('grantsConsent', () => {
  const both = ['Advertising', 'Functional'];

  it.each([
    [{ Advertising: true, Functional: true, Other: false }, undefined],
    [undefined, { allowedConsentIds: ['Functional', 'Advertising'], deniedConsentIds: [] }],
    [{ Advertising: true }, { allowedConsentIds: ['Functional'] }],
  ])('is granted by %j and %j', (preferences, management) => {
    expect(grantsConsent({ required: both, deniedListIsComplete: false }, preferences, management)).toBe(true);
  });

  it.each([
    [undefined, undefined],
    [null, 'all'],
    [{ Advertising: true }, undefined],
    [{ Advertising: true, Functional: 'true' }, undefined],
    [{ Advertising: true, Functional: false }, { allowedConsentIds: both }],
    [{ Advertising: true, Functional: true }, { deniedConsentIds: ['Advertising'] }],
    [undefined, { deniedConsentIds: ['Other'] }],
    [undefined, { allowedConsentIds: 'Advertising,Functional' }],
  ])('is not granted by %j and %j', (preferences, management) => {
    expect(grantsConsent({ required: both, deniedListIsComplete: false }, preferences, management)).toBe(false);
  });

  it('is not granted by what an object inherits', () => {
    expect(
      grantsConsent(
        { required: ['toString', 'constructor'], deniedListIsComplete: false },
        {},
        { allowedConsentIds: [] },
      ),
    ).toBe(false);
    expect(
      grantsConsent(
        { required: ['Advertising'], deniedListIsComplete: false },
        Object.create({ Advertising: true }),
        undefined,
      ),
    ).toBe(false);
  });

  it.each([
    [undefined, { deniedConsentIds: ['Other'] }, true],
    [undefined, { deniedConsentIds: [] }, true],
    [undefined, { deniedConsentIds: ['Functional'] }, false],
    [{ Advertising: false }, { deniedConsentIds: ['Other'] }, false],
    [undefined, {}, false],
    [undefined, { deniedConsentIds: 'Other' }, false],
  ])('with a complete list of denied ones, %j and %j grant: %j', (preferences, management, expected) => {
    expect(grantsConsent({ required: both, deniedListIsComplete: true }, preferences, management)).toBe(expected);
  });
});
