/** Entities by their id, and in the order of their ids: put in order once, not for every page that is read of them. */
export class Store<Entity> extends Map<string, Entity> {
	private ordered?: Entity[];

	override set(id: string, entity: Entity): this {
		this.ordered = undefined;
		return super.set(id, entity);
	}

	override delete(id: string): boolean {
		this.ordered = undefined;
		return super.delete(id);
	}

	override clear(): void {
		this.ordered = undefined;
		super.clear();
	}

	/** All entities, sorted by id. */
	byId(): readonly Entity[] {
		this.ordered ??= [...this.entries()]
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
			.map(([, entity]) => entity);
		return this.ordered;
	}
}
