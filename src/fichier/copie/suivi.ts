/** De quoi suivre une copie longue, et l'arrêter. */
export interface Suivi {
  /** `part` : ce qui est fait, de 0 à 1. */
  avancer?: (part: number) => void;
  signal?: AbortSignal;
}

/** Au-delà, la page ne répondrait plus à l'utilisateur. */
const TRAVAIL_D_UN_TRAIT_MS = 30;

/** Rend la main de temps en temps, sans rien coûter entre-temps. */
export class Rythme {
  private depuis = performance.now();
  private dit = 0;

  constructor(private readonly suivi: Suivi) {}

  /** Faut-il rendre la main ? À demander souvent. */
  get doitSouffler(): boolean {
    return performance.now() - this.depuis > TRAVAIL_D_UN_TRAIT_MS;
  }

  /**
   * Dit l'avancement et laisse la page travailler.
   * @throws La raison du signal, s'il demande l'arrêt.
   */
  async souffler(part: number): Promise<void> {
    // Une copie recommencée ne fait pas reculer la barre.
    this.dit = Math.max(this.dit, part);
    this.suivi.avancer?.(this.dit);
    await new Promise((suite) => setTimeout(suite));
    this.suivi.signal?.throwIfAborted();
    this.depuis = performance.now();
  }
}
