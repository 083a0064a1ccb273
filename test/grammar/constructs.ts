/** Small grammars that between them use every construct of Ohm, with texts to try and letters to make more of. */
export interface Construct {
  readonly name: string
  readonly grammar: string
  readonly texts: readonly string[]
  /** Pieces that random texts are put together from. */
  readonly pieces: readonly string[]
}

export const constructs: readonly Construct[] = [
  {
    name: 'terminals',
    grammar: String.raw`G {
  Start = "" "a" ("bc" | "b")? "\u{1F600}"* "x".."z"+ "\x00"?
}`,
    texts: ['a x', 'abcz', 'a b 😀😀 y', 'a\0x\0', 'ab', '', 'a 😀\ud83d x', 'axyzz \0'],
    pieces: ['a', 'b', 'bc', ' ', '😀', '\ud83d', 'x', 'z', '\0'],
  },
  {
    name: 'lexical',
    grammar: String.raw`G {
  start = word ("," word)* end
  word (a word)
    = ~"end" letter+ digit*           -- plain
    | "\"" (escape | textChar)* "\"" -- quoted
  escape = "\\" any
  textChar = ~"\"" any
}`,
    texts: [
      'abc,de1',
      'a,"x\\"y",b',
      'end',
      'ended,endless',
      '"open',
      'a,,b',
      'a ,b',
      '"\\',
      '"😀","\ud83d"',
    ],
    pieces: ['a', 'end', ',', '"', '\\', '1', ' ', 'é', '😀', '\udc00', '\0'],
  },
  {
    name: 'blanks',
    grammar: String.raw`G {
  Start = Pair* "." Tail?
  Pair = key "=" (key | Group) ";"?
  Group = "(" Pair* ")"
  Tail = "!" "!"* key?
  key (a key) = lower+
  space += comment
  comment = "//" (~"\n" any)*
}`,
    texts: [
      'a=b;c=d.',
      ' a = ( b = c ; ) . ! !  ',
      'a= // why\n b .x',
      'a=(b=(c=d)).',
      'a==b.',
      'a=b',
      '. // x',
      '',
      '.  !',
    ],
    pieces: ['a', 'b', '=', ';', '(', ')', '.', '!', ' ', '\n', '// c\n', '/'],
  },
  {
    name: 'lists',
    grammar: `G {
  Start = "[" ListOf<Item, ","> "]" listOf<word, "+"> NonemptyListOf<num, ";">
  Item = word | Start
  word = letter+
  num = digit+
}`,
    texts: [
      '[a,b]x+y 1;2',
      '[] 1',
      '[[a]b+c 1;2 ;3, d]  x 4',
      '[a,]1',
      '[a b]1',
      '[]a+ b 1',
      '[] ;',
      '[a , b ] 1 ; 2 ',
    ],
    pieces: ['[', ']', ',', 'a', 'bc', '+', ';', '1', ' '],
  },
  {
    name: 'syntacticInLexical',
    grammar: String.raw`G {
  Start = line+
  line = listOf<applySyntactic<Pair>, ","> applySyntactic<Last> "\n"
  Pair = name ":" name?
  Last = "!" name*
  name = letter+
  space := " "
}`,
    texts: ['a : b,c:d! x \n', '!\n! a b  \n', 'a:,b:!\n', 'a : ! \n', 'a!b\n', 'a: b , c:d!\n'],
    pieces: ['a', 'b', ':', ',', '!', ' ', '\n'],
  },
  {
    name: 'lexified',
    grammar: `G {
  Start = #(name "." name) Rest* #"$"?
  Rest = name #("(" name ")")? Stop
  Stop = ~("!" | "$") ","
  name = letter+
}`,
    texts: ['a.b', ' a.b', 'a.b c(d), e ,', 'a.b c (d),', 'a.b c! ,', 'a.b c !,', 'a.b $', 'a.b$', 'a . b'],
    pieces: ['a', '.', ' ', '(', ')', ',', '!', '$'],
  },
  {
    name: 'lookaheads',
    grammar: `G {
  Start = (Call | Word | Other)*
  Call = &(word "(") word "(" Start ")"
  Word = ~Call word ~"="
  Other = word "=" &(word | end)
  word = &letter alnum+
}`,
    texts: ['a b(c) d', 'a=b', 'a(b(c(d)))', 'a(b', 'a = ', 'a=', 'a b= c', '1', 'a()'],
    pieces: ['a', 'b1', '(', ')', '=', ' ', '1'],
  },
  {
    name: 'parameters',
    grammar: String.raw`G {
  Start = Both<a, B> Bracketed<Both<B, a>> quoted<"'"> quoted<"\"">
  Both<x, y>
    = x y -- xy
    | y   -- y
  Bracketed<x> = "<" x ">"
  quoted<q> = q (~q any)* q
  a = "a"
  B = "b" Bracketed<B>?
}`,
    texts: [`a b <b a> 'x' "y'"`, `b <a>'' ""`, `b<b><a>'"'"'"`, `a b <b> '' ""`, `b <b<b> a> '' "" `],
    pieces: ['a', 'b', '<', '>', "'", '"', ' '],
  },
  {
    name: 'inheritance',
    grammar: String.raw`Base {
  Start = Item+
  Item
    = "a" -- a
    | "b" -- b
  ident (a name) = letter+
  space := " " | "\n"
}
Middle <: Base {
  Item += "c" ident -- c

  ident := ~"x" name
  name = letter digits
  digits = digit*
}
G <: Middle {
  Item := "d" | ... | "e"
  Start := "none"+ | ...
  space += ";"
}`,
    texts: ['a b', 'c y1 a', 'd e', 'none', 'a;b ; c z', 'c x', 'c', '', 'e d\td'],
    pieces: ['a', 'b', 'c', 'd', 'e', 'y', 'x1', ';', ' ', '\n', 'none'],
  },
  {
    name: 'caseInsensitive',
    grammar: `G {
  Start = (caseInsensitive<"Sub-Kik"> | caseInsensitive<"é"> | other)+
  other = ~caseInsensitive<"end"> letter
}`,
    texts: ['SUB-KIK', 'sub-kik É é', 'ſub-KIK', 'sub-kık', 'sub-\u212aik', 'END', 'a End', 'ende', 'ß'],
    pieces: ['s', 'S', 'ub-', 'KIK', 'kık', 'ſ', 'é', 'É', 'e', 'N', 'd', ' '],
  },
  {
    name: 'unicode',
    grammar: String.raw`G {
  start = (id | sign | half | point | rest)*
  id = upper lower* unicodeLtmo?
  sign = "+" | "\u00A0".."\u00AF"
  half = "h" "\uD800".."\uDBFF"
  point = "p" "\u{10000}".."\u{1FFFF}"
  rest = ~"\u{1F600}" other
  other (something) = ~("\u{1F601}" | "!" | "𝐀") any
}`,
    texts: [
      'Abcǅ',
      '𝐀𝐚',
      'É+\u00a5',
      'h😀',
      'p😀p𝐀',
      '😀',
      '😁',
      '\ud83d',
      '\ude00x',
      'h\ud83d!',
      'ʰ漢字',
      'p\u{20000}',
    ],
    pieces: ['A', 'b', 'ǅ', '漢', '𝐀', '𝐚', 'h', 'p', '😀', '😁', '😂', '\ud83d', '\ude00', '!', '\u00a5'],
  },
  {
    name: 'wholeTextRuns',
    grammar: String.raw`G {
  start
    = "a" any*                  -- any
    | "b" (~"*/" any)* "*/"     -- comment
    | "c" ("\x00".."\uFFFF")*   -- units
    | "d" (~"😀" any)* any      -- stop
}`,
    texts: ['a', 'a\0\u{1F600}\ud83d', 'b x */', 'b x *', 'c\0😀', 'dxx😀', 'dxx\ud83d😀', 'd\ude00', 'b*/x'],
    pieces: ['a', 'b', 'c', 'd', '*', '/', '\0', '😀', '\ud83d', '\ude00'],
  },
  {
    name: 'retried',
    grammar: `G {
  Start = Item*
  Item
    = Block "->" Block -- edge
    | Block "=" name   -- set
    | Block            -- block
  Block
    = "{" Item* "}"     -- many
    | "(" Item ")" ~"?" -- one
    | name              -- name
  name (a name) = letter+
}`,
    texts: [
      '{a}->{b}',
      '{{a}=b}',
      '{{{a}->b}}',
      '({a})',
      '({a}?)',
      '(a)?',
      '{a',
      '{{{{{{{{{{a}}}}}}}}}}=x',
      '{{{{{{{{{{a}}}}}}}}}=x',
      '{a}->',
    ],
    pieces: ['{', '}', '(', ')', 'a', '->', '=', '?', ' '],
  },
  {
    name: 'sharedPrefix',
    grammar: `G {
  Start
    = "k" Start "1" -- one
    | "k" Start "2" -- two
    | "k" Start?    -- bare
    | Maybe         -- maybe
  Maybe = Inner? Inner
  Inner = "[" Start "]"
}`,
    texts: ['k[k[k]2]1', 'kkkkkkkkkkkkkkkk', 'kkkk[k[k]', '[k][k]', '[[[[k]1]2]', 'k k 1 2'],
    pieces: ['k', '1', '2', '[', ']', ' '],
  },
  {
    name: 'described',
    grammar: `G {
  Start = Thing+ "end"
  Thing (a thing)
    = a b      -- ab
    | a c* "." -- ac
  a (an a) = "a"
  b = "b" | "bb"
  c (see) = "c" "d"?
}`,
    texts: ['ab a cd.end', 'a', 'ab', 'accd', 'ab end', 'abend.', 'a b b'],
    pieces: ['a', 'b', 'c', 'd', '.', 'end', ' '],
  },
  {
    name: 'rows',
    grammar: `G {
  Start = (A B? (C A)*)+ D*
  A = "a"
  B = ("b" A)+
  C = "c" | end
  D = (num "," A)* ";"
  num = digit
}`,
    texts: ['a b a c a a', 'a ba ba ca ca a;1,a 2,a;', ';', 'a1', 'ab', 'acaca;;'],
    pieces: ['a', 'b', 'c', '1', ',', ';', ' '],
  },
  {
    name: 'nestedTokens',
    grammar: `G {
  Start = html+ Start?
  html (markup) = "<" part* ">"
  part = html | plain
  plain = ~(">" | "<") any
}`,
    texts: ['<a<b>c>', '<a', '<<<<>>>>', '<a>> ', ' <> <>', '<😀>'],
    pieces: ['<', '>', 'a', ' ', '😀'],
  },
  {
    name: 'nothingToSkip',
    grammar: `G {
  Start = Word (" " Word)* stop
  Word = letter+ Mark?
  Mark = "!" | Asked
  Asked = &"?" "?"
  stop = &("." | end)
  space := ~any any
}`,
    texts: ['a b', 'a! b?', 'a  b', 'a.', 'ab', 'a b ', ''],
    pieces: ['a', 'b', '!', '?', ' ', '.'],
  },
]
