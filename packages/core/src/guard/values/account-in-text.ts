import { isCbu, isClabe, isIban } from '../../normalize/national-id/check-digits.js';

/** Banks of the CLABE, its first three digits. Source: Banco de México, catalogue of participants of SPEI. */
const clabeBanks = new Set(
  `002 006 009 012 014 019 021 030 032 036 037 042 044 058 059 060 062 072 106 108 110 112 113 124 126 127 128 129 130
  131 132 133 134 135 136 137 138 139 140 141 143 145 147 148 149 150 151 152 154 155 156 157 158 160 166 168 600 601
  602 605 606 607 608 610 614 615 616 617 618 619 620 621 622 623 626 627 628 629 630 631 632 633 634 636 637 638 640
  642 646 647 648 649 651 652 653 655 656 659 670 677 680 683 684 685 686 689 699 703 706 710 722 723 728 730 901 902`.split(
    /\s+/,
  ),
);

/** How long an IBAN is, by country. Source: SWIFT, IBAN registry. */
const ibanLengths = new Map(
  `AD24 AE23 AT20 BE16 BG22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 ES24 FI18 FR27 GB22 GI23 GR27 GT28 HR21 HU28 IE22
  IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SA24 SE24 SI19 SK24 SM27 SV28 TR26 VG24`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const ibanStart = /(?:^|[^A-Z0-9])([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30})/gi;

/** Whether a run of digits is an account with check digits: CBU or CVU, CLABE. */
export function isAccountNumber(digits: string): boolean {
  if (digits.length === 22) return isCbu(digits);
  return digits.length === 18 && clabeBanks.has(digits.slice(0, 3)) && isClabe(digits);
}

/** Whether a text holds an IBAN, in groups or together. */
export function holdsIban(text: string): boolean {
  for (const [, found = ''] of text.matchAll(ibanStart)) {
    const together = found.replace(/[ -]/g, '');
    const length = ibanLengths.get(together.slice(0, 2).toUpperCase());
    if (length !== undefined && isIban(together.slice(0, length))) return true;
  }
  return false;
}
