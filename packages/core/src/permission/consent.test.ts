import { grantsConsent } from './consent.js';

describe('grantsConsent', () => {
  const both = ['Advertising', 'Functional'];

  it.each([
    [{ Advertising: true, Functional: true, Other: false }, undefined],
    [undefined, { allowedConsentIds: ['Functional', 'Advertising'], deniedConsentIds: [] }],
    [{ Advertising: true }, { allowedConsentIds: ['Functional'] }],
  ])('is granted by %j and %j', (preferences, management) => {
    expect(grantsConsent(both, preferences, management)).toBe(true);
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
    expect(grantsConsent(both, preferences, management)).toBe(false);
  });

  it('is not granted by what an object inherits', () => {
    expect(grantsConsent(['toString', 'constructor'], {}, { allowedConsentIds: [] })).toBe(false);
    expect(grantsConsent(['Advertising'], Object.create({ Advertising: true }), undefined)).toBe(false);
  });
});
