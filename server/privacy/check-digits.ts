/** Whether the digits carry a valid Luhn check digit, as the numbers of bank cards do (ISO/IEC 7812-1, annex B). */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const marks = '10X98765432'

/** Whether 17 digits and a check mark are the number of a Chinese ID card: a day of birth in its place and the check mark of GB 11643 (ISO 7064 MOD 11-2). */
export function isIdCard(seventeen: string, check: string): boolean {
  if (seventeen.length !== 17) return false
  const [year, month, day] = [Number(seventeen.slice(6, 10)), Number(seventeen.slice(10, 12)), Number(seventeen.slice(12, 14))]
  if (year < 1880 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = weights.reduce((total, weight, place) => total + weight * Number(seventeen[place]), 0)
  return marks[sum % 11] === check.toUpperCase()
}
