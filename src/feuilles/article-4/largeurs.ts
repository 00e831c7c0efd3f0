/** Cinq colonnes, pour que les tableaux et les cases y tombent juste : 720 points. */
export const LARGEURS = [170, 90, 90, 140, 230];

export const TABULATIONS = { caseAPartirDe: 2, aideAPartirDe: 4 };
