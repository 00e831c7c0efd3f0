/**
 * Le coureur de l'épreuve de mutation pour `controle`, `tableau` et `suivi` : un greffon de Stryker qui joue les tests dans son propre processus, sans Jest. Jest recharge
 * tous les modules à chaque changement : ces pièces en ont des milliers, et chacun touche presque tous les tests.
 * Il ne connaît de Jest que `describe`, `test` et leur `each`, `beforeAll` et `expect` : ce dont leurs tests se servent. Le reste échoue, et se voit.
 */
const { readdirSync } = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

/** Les tests longs, qui lisent des fichiers ou tirent au sort des centaines de feuilles : sans eux, le score n'est qu'un minimum. */
const LONGS = /alteres|corpus|dispositions|proprietes|solveur/;

/**
 * @typedef {{ id: string, jouer: () => unknown, avant: (() => Promise<unknown>)[] }} Test
 * @typedef {{ testFilter?: string[], hitLimit?: number, activeMutant: { id: string }, mutantActivation: "static" | "runtime", reloadEnvironment: boolean }} Demande
 */

class Coureur {
  // Stryker lance ce processus dans sa copie du projet.
  racine = process.cwd();
  requerir = createRequire(path.join(this.racine, "package.json"));
  /** Ce que le code changé par Stryker lit et écrit : le changement actif, le compte des boucles, ce que chaque test traverse. */
  stryker = Object.assign(globalThis, { __stryker__: /** @type {any} */ ({}) }).__stryker__;
  /** @type {Test[]} */
  tests = [];
  /** @type {Map<string, number>} Durée de chaque test, en millisecondes. */
  durees = new Map();
  /** Le dernier test qui a vu un changement : il voit sans doute le suivant. */
  vigile = "";

  constructor() {
    this.requerir("./outils/charger-ts.cjs");
    // Le même tirage pour chaque changement, et court.
    this.requerir("fast-check").configureGlobal({ numRuns: 20, seed: 42, endOnFailure: true });
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    this.stryker.mutantCoverage = { static: {}, perTest: {} };
    this.charger();
    const tests = [];
    for (const test of this.tests) {
      this.stryker.currentTestId = test.id;
      const echec = await this.jouer(test);
      tests.push({
        id: test.id,
        name: test.id,
        timeSpentMs: this.durees.get(test.id),
        status: echec === null ? 0 : 1,
        failureMessage: echec ?? undefined,
      });
    }
    this.stryker.currentTestId = undefined;
    return { status: "complete", tests, mutantCoverage: this.stryker.mutantCoverage };
  }

  /** @param {Demande} demande */
  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation, reloadEnvironment }) {
    const { stryker } = this;
    stryker.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    stryker.hitCount = 0;
    stryker.hitLimit = hitLimit;
    try {
      if (reloadEnvironment || this.tests.length === 0) this.charger();
      stryker.activeMutant = activeMutant.id;
      return await this.chercherUnEchec(testFilter);
    } catch (erreur) {
      return tue(String(erreur), "chargement", 0);
    } finally {
      stryker.activeMutant = undefined;
      // Le chargement suivant se fait sans ce changement.
      if (mutantActivation === "static") this.tests = [];
    }
  }

  /** @param {string[] | undefined} ids */
  async chercherUnEchec(ids) {
    const choisis = ids && new Set(ids);
    /** @param {Test} test */
    const place = ({ id }) => (id === this.vigile ? -1 : (this.durees.get(id) ?? 0));
    const liste = this.tests.filter(({ id }) => !choisis || choisis.has(id));
    liste.sort((a, b) => place(a) - place(b));
    for (const [rang, test] of liste.entries()) {
      const echec = await this.jouer(test);
      if (this.stryker.hitCount > (this.stryker.hitLimit ?? Infinity))
        return { status: "timeout", reason: "boucle sans fin" };
      if (echec === null) continue;
      this.vigile = test.id;
      return tue(echec, test.id, rang + 1);
    }
    return { status: "survived", nrOfTests: liste.length };
  }

  /**
   * @param {Test} test
   * @returns {Promise<string | null>} Pourquoi il échoue.
   */
  async jouer({ id, jouer, avant }) {
    const debut = performance.now();
    try {
      for (const preparer of avant) await preparer();
      await jouer();
      return null;
    } catch (erreur) {
      return String(erreur);
    } finally {
      this.durees.set(id, performance.now() - debut);
    }
  }

  charger() {
    const { cache } = this.requerir;
    for (const fichier of Object.keys(cache))
      if (/^(src|test)\//.test(path.relative(this.racine, fichier))) delete cache[fichier];
    const dossier = path.join(this.racine, "test", process.env.PIECE ?? "");
    const fichiers = readdirSync(dossier, { recursive: true, encoding: "utf8" });
    this.tests = [];
    for (const nom of fichiers.sort())
      if (nom.endsWith(".test.ts") && !LONGS.test(nom))
        this.tests.push(...lireLesTests(nom, () => this.requerir(path.join(dossier, nom)), this));
  }
}

/**
 * Les tests qu'un fichier déclare en se chargeant.
 * @param {string} nom
 * @param {() => void} chargerLeFichier
 * @param {Coureur} coureur
 */
function lireLesTests(nom, chargerLeFichier, { requerir }) {
  const { bind } = requerir("jest-each");
  /** @type {Test[]} */
  const tests = [];
  /** @type {{ nom: string, avant: Test["avant"] }[]} */
  const groupes = [{ nom, avant: [] }];
  /** @param {string} titre @param {Test["jouer"]} fonction */
  const test = (titre, fonction) => {
    const id = [...groupes.map((groupe) => groupe.nom), titre].join(" > ");
    tests.push({ id, jouer: fonction, avant: groupes.flatMap(({ avant }) => avant) });
  };
  /** @param {string} titre @param {() => void} fonction */
  const describe = (titre, fonction) => {
    groupes.push({ nom: titre, avant: [] });
    fonction();
    groupes.pop();
  };
  /** @param {() => unknown} fonction */
  const beforeAll = (fonction) => {
    /** @type {Promise<unknown> | undefined} */
    let fait;
    groupes.at(-1)?.avant.push(() => (fait ??= Promise.resolve(fonction())));
  };
  Object.assign(globalThis, {
    describe: Object.assign(describe, { each: bind(describe, false) }),
    test: Object.assign(test, { each: bind(test), skip: () => undefined }),
    beforeAll,
    expect: requerir("expect").expect,
  });
  chargerLeFichier();
  return tests;
}

/**
 * @param {string} failureMessage
 * @param {string} par
 * @param {number} nrOfTests
 */
function tue(failureMessage, par, nrOfTests) {
  return { status: "killed", killedBy: [par], failureMessage, nrOfTests };
}

exports.strykerPlugins = [{ kind: "TestRunner", name: "direct", injectableClass: Coureur }];
