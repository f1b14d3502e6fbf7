/** Whether a database is named by the address of a PostgreSQL server; anything else is the path of an SQLite file. */
export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\//u.test(address)

/** An address as it may be shown: without its password. */
export const shownAddress = (address: string): string => (isPostgres(address) ? address.replace(/(:\/\/[^:@/?]*:)[^@/?]*@/u, '$1***@').replaceAll(/([?&]password=)[^&]*/gu, '$1***') : address)
