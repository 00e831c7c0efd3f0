import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { ouvrirChromium, trouverChromium } from "../../outils/chromium.cjs";

const RACINE = join(__dirname, "../..");

/** Sans navigateur, ces tests sont sautés, sous leur nom ; en intégration continue, ils échouent. */
export const decrireAvecChromium = trouverChromium() || process.env.CI ? describe : describe.skip;

/** Durée d'un test : la machine d'intégration n'a que deux cœurs. */
export const DELAI_MS = 120_000;

/** Une page d'essai ouverte, et tout ce qu'elle a dit ou demandé. */
export interface Essai {
  page: Page;
  volet: FrameLocator;
  /** Erreurs et avertissements de la console, exceptions. */
  plaintes: string[];
  /** Adresses demandées hors de cette machine. */
  dehors: string[];
}

/** Ferme la page ; elle ne s'est pas plainte, et n'a rien demandé hors de cette machine. */
export async function conclure({ page, plaintes, dehors }: Essai): Promise<void> {
  await page.context().close();
  expect({ plaintes, dehors }).toEqual({ plaintes: [], dehors: [] });
}

/** Ce qu'axe trouve à redire au volet. */
export async function violationsDuVolet(
  page: Page
): Promise<readonly (readonly [string, string | undefined])[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(["#volet", "body"])
    .exclude(["#volet", "[data-tabster-dummy]"])
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/** « npm start » sans ouvrir de navigateur, et un Chromium. */
export class Atelier {
  private constructor(
    private readonly serveur: ChildProcess,
    private readonly navigateur: Browser,
    readonly adresse: string
  ) {}

  static async ouvrir(): Promise<Atelier> {
    const serveur = spawn(
      process.execPath,
      ["outils/demarrer.mjs", "--sans-navigateur", "--port", "0"],
      { cwd: RACINE }
    );
    const adresse = await adresseAnnoncee(serveur);
    return new Atelier(serveur, await ouvrirChromium(), adresse);
  }

  /** Ouvre la page d'essai et attend que le volet réponde. */
  async essayer(options: BrowserContextOptions = {}): Promise<Essai> {
    const contexte = await this.navigateur.newContext({
      locale: "fr-FR",
      viewport: { width: 1400, height: 900 },
      ...options,
    });
    const page = await contexte.newPage();
    const essai: Essai = { page, volet: page.frameLocator("iframe"), plaintes: [], dehors: [] };
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) essai.plaintes.push(message.text());
    });
    page.on("pageerror", (erreur) => essai.plaintes.push(erreur.message));
    page.on("request", (requete) => {
      const { protocol, hostname } = new URL(requete.url());
      if (protocol.startsWith("http") && hostname !== "localhost") essai.dehors.push(requete.url());
    });
    await page.goto(this.adresse);
    await page.locator("#chargement").waitFor({ state: "hidden" });
    await essai.volet.getByRole("button", { name: "Insérer un exemple" }).waitFor();
    return essai;
  }

  async fermer(): Promise<void> {
    await this.navigateur.close();
    this.serveur.kill();
  }
}

function adresseAnnoncee(serveur: ChildProcess): Promise<string> {
  return new Promise((resoudre, rejeter) => {
    let dit = "";
    const ecouter = (morceau: Buffer): void => {
      dit += morceau.toString();
      const adresse = /prêt : (http:\S+)/.exec(dit)?.[1];
      if (adresse) resoudre(adresse);
    };
    serveur.stdout?.on("data", ecouter);
    serveur.stderr?.on("data", ecouter);
    serveur.once("exit", (code) => rejeter(new Error(`npm start s'est arrêté (${code}) : ${dit}`)));
  });
}

/** Va à une cellule par la zone Nom, en haut à gauche de la grille, et attend que celle-ci ait repris la main. */
export async function allerA(page: Page, adresse: string): Promise<void> {
  const zoneNom = page.locator("[data-u-comp='defined-name'] input");
  await zoneNom.fill(adresse);
  await zoneNom.press("Enter");
  await page.waitForFunction(
    (zone) => document.activeElement !== zone,
    await zoneNom.elementHandle()
  );
}

/** Tape un contenu dans la cellule active, et valide. */
export async function taper(page: Page, texte: string): Promise<void> {
  await page.keyboard.type(texte);
  await page.keyboard.press("Enter");
}

export interface CelluleLue {
  valeur: unknown;
  texte: string;
  erreur?: string;
}

/** Ce que montre une cellule, une fois le calcul fini et les fonctions du complément chargées. */
export async function lireCellule(page: Page, adresse: string): Promise<CelluleLue> {
  const lire = (): Promise<CelluleLue> => demander(page, adresse);
  let lue = await lire();
  while (lue.valeur === "#GETTING_DATA") lue = await lire();
  return lue;
}

function demander(page: Page, adresse: string): Promise<CelluleLue> {
  return page.evaluate(
    (a) => (window as unknown as { lireCellule(a: string): Promise<CelluleLue> }).lireCellule(a),
    adresse
  );
}
