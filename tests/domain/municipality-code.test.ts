import { describe, expect, test } from 'vitest';
import {
  areaContains,
  checkDigit,
  designatedCityOf,
  isMunicipalityCode,
  readMunicipalityCode,
} from '../../server/domain/municipality-code.ts';

describe('codes of municipalities', () => {
  test('the check digit of fifteen published codes is right', () => {
    const published =
      '131130 112038 472115 352071 132012 122033 182109 140007 111007 131199 431001 011002 272035 133051 473821';
    for (const code of published.split(' '))
      expect([code, checkDigit(code.slice(0, 5))]).toEqual([code, Number(code[5])]);
  });

  test('a drag-filled code is caught by its check digit', () => {
    expect(isMunicipalityCode('132195')).toBe(true);
    expect(readMunicipalityCode('132196')).toEqual({ code: null, problem: 'BAD_CHECK_DIGIT' });
  });

  test('a leading zero that a spreadsheet dropped comes back', () => {
    expect(readMunicipalityCode('11002')).toEqual({ code: '011002', problem: null });
  });

  test('two digits are a prefecture', () => {
    expect(readMunicipalityCode('11')).toEqual({ code: '110001', problem: null });
    expect(readMunicipalityCode('1')).toEqual({ code: '010006', problem: null });
    expect(readMunicipalityCode('48')).toEqual({ code: null, problem: 'NOT_A_CODE' });
  });

  test('full-width digits are read and words are not', () => {
    expect(readMunicipalityCode('１３１０５９')).toEqual({ code: '131059', problem: null });
    expect(readMunicipalityCode('文京区')).toEqual({ code: null, problem: 'NOT_A_CODE' });
    expect(readMunicipalityCode(' ')).toEqual({ code: null, problem: 'BLANK' });
  });

  test('five digits of a municipality get their check digit', () => {
    expect(readMunicipalityCode('13105')).toEqual({ code: '131059', problem: null });
  });

  test('a ward belongs to its designated city, a special ward to none', () => {
    expect(designatedCityOf('141313')).toBe('141305');
    expect(designatedCityOf('141011')).toBe('141003');
    expect(designatedCityOf('141003')).toBeNull();
    expect(designatedCityOf('131059')).toBeNull();
    expect(designatedCityOf('221384')).toBe('221309');
  });

  test('an area holds itself, a prefecture its municipalities, a designated city its wards', () => {
    expect(areaContains('130001', '131059')).toBe(true);
    expect(areaContains('141003', '141011')).toBe(true);
    expect(areaContains('141003', '141313')).toBe(false);
    expect(areaContains('131059', '131059')).toBe(true);
    expect(areaContains('131059', '131067')).toBe(false);
  });
});
