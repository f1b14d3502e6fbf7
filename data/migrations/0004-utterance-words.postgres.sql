-- `spoken`: the letters and digits of the text, in one case and width. `words`: its characters, its pairs of characters, and marks
-- (speaker, scenario, agent, team and origin, each a word with a blank in it), so that a filter narrows the same search.
-- Both are made by the program. However an utterance goes, with its call too, its words go with it.
create table utterance_words (
  id bigint primary key references utterances (id) on delete cascade,
  spoken text collate "C" not null,
  words text[] not null
);
create index utterance_words_by_word on utterance_words using gin (words);
-- The planner weighs a walk from the newest against the index by how common a word is; more words are worth remembering than usual.
alter table utterance_words alter column words set statistics 2000;
