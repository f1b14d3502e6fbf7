-- `words`: overlapping pairs of characters; `marks`: speaker, scenario, agent, team and origin as words, so that a filter narrows the same search.
create virtual table utterance_words using fts5 (
  words, marks, content = '', contentless_delete = 1, prefix = '1', tokenize = 'unicode61 remove_diacritics 0'
);

-- However an utterance goes, with its call too, its words go with it.
create trigger utterances_gone after delete on utterances begin
  delete from utterance_words where rowid = old.id;
end;
