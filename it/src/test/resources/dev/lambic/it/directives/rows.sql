-- Rows of one's own; in UTF-8.
INSERT INTO account (id, name) VALUES (3, 'naïve; 表');
INSERT INTO account (id, name) VALUES (4, 'last');
