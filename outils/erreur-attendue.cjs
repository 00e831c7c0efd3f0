/** Échec que l'on sait expliquer : « npm start » en affiche le message, sans la pile, et sort avec ce code. */
class ErreurAttendue extends Error {
  /**
   * @param {string} message
   * @param {1 | 2} [codeDeSortie] 2 quand la ligne de commande est à corriger.
   */
  constructor(message, codeDeSortie = 1) {
    super(message);
    this.codeDeSortie = codeDeSortie;
  }
}

module.exports = { ErreurAttendue };
