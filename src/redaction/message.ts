/** Tout message d'erreur dit ce qui s'est passé, pourquoi, et quoi faire. */
export interface Message {
  quoi: string;
  pourquoi: string;
  queFaire: string;
}

/** Le message d'un seul tenant, pour une cellule ou un lecteur d'écran. */
export function enUneLigne({ quoi, pourquoi, queFaire }: Message): string {
  return `${quoi} ${pourquoi} ${queFaire}`;
}
