import { describe, expect, test } from 'vitest';
import { readOtherLanguage } from '../../../src/language/languages/languages.ts';

describe('a message in another language', () => {
  test.each([
    ['Das Display bleibt leider schwarz', 'de'],
    ['ma commande est arrivée cassée', 'fr'],
    ['el televisor no funciona bien', 'es'],
    ['la stampante non funziona', 'it'],
    ['a impressora não liga', 'pt'],
    ['de printer doet het niet meer', 'nl'],
    ['drukarka nie działa', 'pl'],
    ['tiskárna nefunguje', 'cs'],
    ['skrivaren fungerar inte längre', 'sv'],
    ['printeren virker ikke længere', 'da'],
    ['skriveren virker ikke, jeg kjøpte den i går', 'no'],
    ['tulostin ei toimi enää', 'fi'],
    ['yazıcı çalışmıyor', 'tr'],
    ['imprimanta nu mai funcționează', 'ro'],
    ['a nyomtató nem működik', 'hu'],
    ['принтер не вмикається і гуде', 'uk'],
    ['принтер сломался, хочу вернуть деньги', 'ru'],
    ['الطابعة لا تعمل', 'ar'],
    ['打印机坏了', 'zh'],
    ['プリンターが動きません', 'ja'],
    ['프린터가 고장났어요', 'ko'],
    ['ο εκτυπωτής δεν λειτουργεί', 'el'],
  ])('"%s": %s', (text, language) => expect(readOtherLanguage(text)).toBe(language));

  test.each([
    'Ja',
    'no',
    'si',
    'EQ-1001',
    'anna@example.com',
    'Hans Müller, Köln',
    'It is the Le Creuset pan, la grande',
    'I bought the Überdruck valve on die Messe',
    'un-boxed, per the note',
    'my El Paso order',
    'c’est la vie, it broke',
    'Panasonic Lumix',
    'my mail is ja.to@nie.example',
    'ok',
    '24 months',
  ])('"%s" is left to those who read English', (text) => expect(readOtherLanguage(text)).toBeUndefined());
});
