import type { AboutText } from './about-ja.ts';

/** The page on how it works, in English. */
export const aboutEn: AboutText = {
  title: 'About Ibasho',
  intro: 'Here children and families find places to be and people to talk to. It is free, and nobody signs in.',
  sections: [
    {
      icon: 'lock',
      title: 'We keep nothing about you',
      text: [
        'No name, no mail address, no sign-in.',
        'What you search and which pages you look at is not recorded.',
        'There is no advertising, and nothing that sends data to other companies.',
        'Your position is used only when you press “Near me”: rounded to about 100 m, for that search alone, in no address and no log.',
      ],
    },
    {
      icon: 'bookmark',
      title: 'What stays on this device',
      text: [
        'Saved places, towns and stations that you searched lately, your last search, ages that you had remembered, and copies for when there is no connection.',
        'All of it is on this device alone; the page “On this device” shows and erases it.',
        'What you search to get help or advice is not kept, and page titles do not say it. The history of your browser may still hold addresses.',
      ],
    },
    {
      icon: 'exit',
      title: 'When nobody should see it',
      text: [
        'Pages about help have a button “Leave now”. Press it, or Esc twice, and the first page of this site takes its place; “Back” shows none of the pages from before.',
        'The list in the history of your browser may still hold their addresses; its menu “History” can erase them.',
        'If you worry about your usual device, use one at a library, at school or of a friend.',
      ],
    },
    {
      icon: 'clock',
      title: 'Is “open” true?',
      text: [
        'We say “open” only when we know. When we do not, we say so and ask you to call.',
        'The information comes from municipalities and from the people who run the places. Each page says where from, and when it was last checked.',
        'What has not been checked for a year is marked as possibly out of date. Call before you go.',
      ],
    },
    {
      icon: 'shield',
      title: 'For safety',
      text: [
        'Places whose address should not be known show none.',
        'A change of name, address, phone number or photo is checked by the municipality before it appears.',
      ],
    },
    {
      icon: 'people',
      title: 'For parents and guardians',
      text: [
        'Whether a child may come alone, whether to book and what it costs is shown as stated. What is not stated is shown as usual for that kind of place, and marked so.',
        'No access logs, no advertising identifiers, no outside analytics. The only cookie remembers the language (people who run a place and sign in get one for that too).',
        'The program is public: anybody may look inside.',
      ],
    },
  ],
};
