/**
 * What the client's page says in English. Reading grade 6 at most (checked by a test). What a measure's
 * owner wrote stands in the measure, and what is said of help with the help.
 */
export const ENGLISH = {
  /** Of every page: it stands in the phone's history. */
  title: 'Check-in',
  leave: 'Leave this page',
  notWatched:
    'Your answers are not watched around the clock. Your therapist reads them, usually before your next session.',
  madeByPractice: (title: string) => `“${title}”, put together by your practice.`,
  measureIsEnglish: 'These questions are in English only.',
  otherLanguage: 'Español',

  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],

  door: {
    heading: 'When were you born?',
    why: 'We ask so that nobody else can see your answers.',
    month: 'Month',
    chooseMonth: 'Choose',
    day: 'Day',
    year: 'Year',
    goOn: 'Go on',
    kiosk: 'If you are done or want to stop, please hand the device back.',
    wrong:
      'That is not the date we have. Check it and try again. After a few wrong dates this link closes, and your therapist can give you a new one.',
    notADay: 'That is not a day. Check the month, the day and the year.',
    carried:
      'You were away for a while. What you wrote or chose is still here. It is saved when you go on.',
    undone:
      'You were away for a while. Nothing was sent or changed yet. Go on from here, then press the button again.',
  },

  welcome: {
    heading: 'A few questions from your therapist',
    length: (questions: number, minutes: number) =>
      `${questions} ${questions === 1 ? 'question' : 'questions'}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    part: (place: number, of: number) => `This is form ${place} of ${of}.`,
    savedAtOnce: 'Each answer is saved as soon as you give it.',
    comeBack: (day: string) => `You can stop and come back with the same link until ${day}.`,
    skipOrChange: 'You can skip a question, go back, and change an answer before you send.',
    start: 'Start',
    toReview: 'Review and send',
    goOn: (number: number, count: number) => `Go on with question ${number} of ${count}`,
  },
  /** No rule looks at words, so nothing here may sound as if somebody read along. */
  wordsAreRead:
    'What you write is read when your therapist opens your record, usually at your next session. Nobody reads along, and nothing looks through your words for signs of danger.',

  question: {
    question: 'Question',
    of: (number: number, count: number) => `${number} of ${count}`,
    saved: (count: number) => (count === 0 ? 'No answers yet' : `${count} saved`),
    steps: 'Questions',
    back: 'Back',
    backToReview: 'Back to the review',
    next: 'Next',
    yourAnswer: 'Your answer',
    skip: 'Skip this question',
    staysSkipped: 'Leave this question skipped',
    sayWhy: 'Skip, and say why',
    reasons: {
      preferNot: 'I would rather not say',
      notMine: 'It is not about me',
      unclear: 'I do not understand it',
      later: 'I will come back to it',
    },
    upTo: (characters: number) => `Up to ${characters} characters.`,
    /** `{left}` and `{most}` are filled in while somebody types. */
    charactersLeft: '{left} of {most} characters left.',
    wordsKept:
      'What stands here is saved when you go on, back, or skip. Empty it to leave no words.',
    saveAndGoOn: 'Save and go on',
    tooLong: (over: number) =>
      `That was not saved: it is ${over} ${over === 1 ? 'character' : 'characters'} too long. Shorten it, then save again.`,
  },

  review: {
    heading: 'Look over your answers',
    complete: 'All are saved. Your therapist gets them when you send them.',
    missing: (questions: number) =>
      `${questions === 1 ? '1 question has' : `${questions} questions have`} no answer. You can fill in what is missing, or send it as it is.`,
    seenUnsent: (question: number) =>
      `Your therapist can see your answer to question ${question} even if you do not send. They may not look today.`,
    notAnswered: 'Not answered',
    answer: 'Answer',
    change: 'Change',
    aboutQuestion: (question: number) => `question ${question}`,
    scale: (answer: number, min: number, max: number) => `${answer} (${min} to ${max})`,
    send: 'Send my answers',
  },

  thanks: {
    heading: 'Thank you. Your answers are saved and sent.',
    read: 'Your therapist reads them, usually before your next session.',
    noReply: 'Nobody watches them around the clock, so please don’t wait for a reply here.',
    worse:
      'If things get worse before then, call your therapist’s office, or use the help on this page at any hour.',
    close: 'You can close this page now.',
    oneMore: 'There is one more form from your therapist.',
    goOn: 'Go on to the next form',
    handBack: 'Please hand the device back.',
    handBackWhy: 'Your answers cannot be opened again on this device.',
  },

  mine: {
    open: 'See your own page',
    heading: 'Your own page',
    backToThanks: 'Back',
    opened: (day: string) => `Your therapist last opened your record on ${day}.`,
    neverOpened: 'Your therapist has not opened your record here yet.',
    talk: 'What I want to talk about',
    talkWhy: 'Your therapist sees this before your next session, in your own words.',
    talkField: 'Your words',
    keep: 'Keep this',
    takeBack: 'Take back',
    takeBackWhat: (words: string) => `“${words}”`,
    notKept: 'That was not kept. Use fewer words, or take something else back first.',
    goals: 'My goals',
    goalNotRated: 'Not rated by you yet.',
    goalRated: (value: string, day: string) => `You said ${value} on ${day}.`,
    goalOfTen: (value: number) => `${value} of 10`,
    howNow: 'How near are you now?',
    farthest: '0: not at all',
    nearest: '10: I am there',
    progress: 'How it is going',
    asWords: 'Show in words',
    asChart: 'Show as a chart',
    noProgress: 'There is nothing to show yet.',
    changes: {
      better:
        'Your last answers show an easier time than your first ones. The change is bigger than the usual ups and downs.',
      harder:
        'Your last answers show a harder time than your first ones. This is good to talk about with your therapist.',
      close: 'Your last answers are close to your first ones. Small ups and downs are normal.',
      notJudged: 'Your answers are kept here. Ask your therapist what they mean to you both.',
      first: 'You have answered this once. Next time you can see how it changes.',
    },
    upIsBetter: 'Up is better.',
    numbers: 'The numbers',
    score: (score: string, max: string) => `${score} of ${max}`,
    history: 'What you have answered',
    /** Says nothing of what is left out: somebody else may read it. */
    noHistory: 'Nothing is listed here.',
    seen: 'Opened by your therapist since',
    notSeen: 'Not opened yet',
    copy: 'A copy to take home',
    copyHow: 'Print this page, or save it as a file. Then it is yours, and yours to keep safe.',
  },

  home: {
    heading: 'Open your link to answer',
    why: 'Your therapist sends you a link. Tap it, or open it in this phone’s browser.',
    offline:
      'You may have no connection right now. What you need in danger stands here all the same.',
    /** Above the ways to get help where the country is a guess. */
    here: (country: string) => `If you are in: ${country}`,
    elsewhere: 'If you are somewhere else',
  },
  notOpen: {
    heading: 'This link is not open',
    why: 'It may have run out, or been used, or closed after wrong birth dates. If you sent your answers, there is nothing left to do. If not, ask your therapist for a new link.',
  },
  refused: {
    heading: 'That was not saved',
    kept: 'What you answered before is still there.',
    answer: (question: string | null) =>
      `The answer to ${question === null ? 'that question' : `question ${question}`} is not among the choices, or there is no such question.`,
    backToQuestions: 'Back to the questions',
  },
  nothingToSend: {
    heading: 'Nothing was sent yet',
    why: 'None of the questions has an answer. Answer at least one, then send.',
    orClose: 'You can skip the others. If you would rather not answer, just close this page.',
    goTo: (question: number) => `Go to question ${question}`,
  },
  failed: {
    notShown: 'This page can’t be shown right now',
    reasons: {
      busy: 'The server is busy. Wait a few seconds, then try again.',
      tooMany: 'This link was used too often just now. Wait five minutes, then try again.',
      tooLarge: 'That was too long to save. Shorten it and try again.',
      foreignOrigin: 'This did not come from this page. Open your link again.',
      malformedInput: 'We could not read what was sent. Load the page again and try once more.',
      other: 'Something went wrong on our side. What was saved is not lost.',
    },
    savedBefore: 'Answers that were saved are still there.',
    again: 'Try again',
    maybeSaved: 'We can’t say whether this was saved',
    noAnswer:
      'The server did not answer in time. Wait a few seconds, then try again: nothing counts twice.',
    look: 'Look, and try again',
  },

  /** Said in sight and aloud by the page's script. */
  status: {
    saving: 'Saving',
    saved: 'Saved',
    uncertain: 'We can’t say whether this was saved. Check your connection, then choose again.',
    waiting:
      'Not saved yet: the server does not answer. Keep this page open. It tries again by itself.',
  },
  offline: {
    heading: 'Your answers wait for a connection',
    why: 'They are in this page only. Keep it open: they are saved when the connection is back. Then you can look over them and send.',
    putAway:
      'Some answers are not saved yet. Leave this page open. Once it has a connection, it asks when you were born, and then it saves them.',
  },
};

/** Everything that the client's page says, in one language. */
export type Words = typeof ENGLISH;
